package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("What a market is.")
public enum MarketKind {
    @Description("A country, with its ISO 3166-1 alpha-2 code.")
    COUNTRY,

    @Description("A region, with its UN M49 code.")
    REGION
}
