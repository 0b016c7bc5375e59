package dev.rangefinder.relay;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a count is exact or a lower bound.")
public enum CountPrecision {
    @Description("Exactly the value.")
    EXACT,

    @Description("The value or more: counting has ended at a limit.")
    AT_LEAST
}
