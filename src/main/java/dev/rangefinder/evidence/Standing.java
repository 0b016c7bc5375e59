package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

@Description("How well a fact or a claim is supported.")
public enum Standing {
    @Description("A party to it said so on record.")
    CONFIRMED,

    @Description("A publication states it as fact.")
    REPORTED,

    @Description("A leak, a tipster, or the speculation of the writer.")
    RUMOURED,

    @Description("Somebody with knowledge of it says otherwise.")
    DISPUTED,

    @Description("Whoever said it took it back.")
    RETRACTED
}
