package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

/** What a figure counts. */
@Description("What a figure counts.")
public enum Measure {
    /** Phones shipped. */
    @Description("Phones shipped.")
    SHIPMENTS,

    /** Revenue from smartphones. */
    @Description("Revenue from smartphones.")
    SMARTPHONE_REVENUE,

    /** Share of all phones shipped. */
    @Description("Share of all phones shipped.")
    MARKET_SHARE
}
