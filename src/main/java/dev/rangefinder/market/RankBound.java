package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a rank is exact or a bound.")
public enum RankBound {
    @Description("Exactly this rank.")
    EXACT,

    @Description("This rank or a higher one, closer to the first.")
    OR_HIGHER,

    @Description("This rank or a lower one, farther from the first.")
    OR_LOWER
}
