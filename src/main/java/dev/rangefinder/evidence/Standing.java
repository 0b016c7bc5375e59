package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

/** How well a fact or a claim is supported. */
@Description("How well a fact or a claim is supported.")
public enum Standing {
    /** A party to it said so on record. */
    @Description("A party to it said so on record.")
    CONFIRMED,

    /** A publication states it as fact. */
    @Description("A publication states it as fact.")
    REPORTED,

    /** A leak, a tipster, or the speculation of the writer. */
    @Description("A leak, a tipster, or the speculation of the writer.")
    RUMOURED,

    /** Somebody with knowledge of it says otherwise. */
    @Description("Somebody with knowledge of it says otherwise.")
    DISPUTED,

    /** Whoever said it took it back. */
    @Description("Whoever said it took it back.")
    RETRACTED
}
