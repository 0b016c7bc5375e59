package dev.rangefinder.relay;

import org.eclipse.microprofile.graphql.Description;

@Description("A number of items, which is counted up to a limit.")
public record Count(
        @Description("The number of items that were counted.")
        int value,

        @Description("Whether there are exactly as many items, or at least.")
        CountPrecision precision) {

    /**
     * A count that ends at a limit.
     *
     * @param found how many items were found, up to one more than the limit
     */
    public static Count upTo(int limit, int found) {
        return of(Math.min(limit, found), found <= limit);
    }

    /** A count. */
    public static Count of(int value, boolean exact) {
        return new Count(value, exact ? CountPrecision.EXACT : CountPrecision.AT_LEAST);
    }
}
