package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

@Description("How firmly a claim states what it says.")
public enum Likelihood {
    @Description("As a fact.")
    STATED,

    @Description("As likely.")
    LIKELY,

    @Description("As possible.")
    POSSIBLE,

    @Description("Denied: the claim says that it is not so, or will not happen.")
    DENIED
}
