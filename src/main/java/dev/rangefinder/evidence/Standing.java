package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

@Description("How well a record or a claim is supported.")
public enum Standing {
    @Description("Confirmed on the record by a party involved.")
    CONFIRMED,

    @Description("Stated as fact by a publication.")
    REPORTED,

    @Description("Leaked, reported by a tipster, or speculated about by the author.")
    RUMOURED,

    @Description("Contradicted by somebody with knowledge of the matter.")
    DISPUTED,

    @Description("Retracted by its source.")
    RETRACTED
}
