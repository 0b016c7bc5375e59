package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a market is a country or a region.")
public enum MarketKind {
    @Description("A country, identified by its ISO 3166-1 alpha-2 code.")
    COUNTRY,

    @Description("A region, identified by its UN M49 code.")
    REGION
}
