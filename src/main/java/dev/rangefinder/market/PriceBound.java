package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a price is exact or a bound.")
public enum PriceBound {
    @Description("Exactly the amount.")
    EXACT,

    @Description("Less than the amount.")
    BELOW,

    @Description("The amount or more.")
    FROM
}
