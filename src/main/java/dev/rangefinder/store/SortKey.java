package dev.rangefinder.store;

/** A property that the rows of a list are ordered by. */
public record SortKey(String property, boolean descending) {

    public static SortKey ascending(String property) {
        return new SortKey(property, false);
    }

    public static SortKey descending(String property) {
        return new SortKey(property, true);
    }
}
