package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("How a price is to be read.")
public enum PriceBound {
    @Description("Exactly this amount.")
    EXACT,

    @Description("Less than this amount.")
    BELOW,

    @Description("This amount or more.")
    FROM
}
