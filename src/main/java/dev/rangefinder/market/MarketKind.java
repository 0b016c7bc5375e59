package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

/** What a market is. */
@Description("What a market is.")
public enum MarketKind {
    /** A country, with its ISO 3166-1 alpha-2 code. */
    @Description("A country, with its ISO 3166-1 alpha-2 code.")
    COUNTRY,

    /** A region, with its UN M49 code. */
    @Description("A region, with its UN M49 code.")
    REGION
}
