package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("What a figure counts.")
public enum Measure {
    @Description("Phones shipped.")
    SHIPMENTS,

    @Description("Revenue from smartphones.")
    SMARTPHONE_REVENUE,

    @Description("Share of all phones shipped.")
    MARKET_SHARE
}
