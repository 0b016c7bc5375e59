package dev.rangefinder.store;

/**
 * One of the properties that the rows of a list are ordered by.
 *
 * @param descending whether the greatest value comes first
 */
public record SortKey(String property, boolean descending) {

    /** The least value first. */
    public static SortKey ascending(String property) {
        return new SortKey(property, false);
    }

    /** The greatest value first. */
    public static SortKey descending(String property) {
        return new SortKey(property, true);
    }
}
