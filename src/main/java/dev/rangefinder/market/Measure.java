package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("What a figure measures.")
public enum Measure {
    @Description("The number of phones shipped.")
    SHIPMENTS,

    @Description("The number of phones sold.")
    SALES,

    @Description("The revenue from smartphones.")
    SMARTPHONE_REVENUE,

    @Description("The share of the market.")
    MARKET_SHARE
}
