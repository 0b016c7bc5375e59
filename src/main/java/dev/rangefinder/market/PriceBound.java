package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

/** How a price is to be read. */
@Description("How a price is to be read.")
public enum PriceBound {
    /** Exactly this amount. */
    @Description("Exactly this amount.")
    EXACT,

    /** Less than this amount. */
    @Description("Less than this amount.")
    BELOW,

    /** This amount or more. */
    @Description("This amount or more.")
    FROM
}
