package dev.rangefinder.graphql;

/**
 * What rows are ordered by. An index serves it.
 *
 * @param expression the SQL expression, which is never null
 * @param unique whether no two rows have the same value; otherwise the key of the row breaks ties
 * @param property the property of the row that has the value
 */
public record Ordering(String expression, boolean unique, String property) {

    /** The order in which the rows were entered. */
    public static final Ordering ENTRY = new Ordering("", true, "key");

    /** By a text that no two rows share. */
    public static Ordering unique(String column, String property) {
        return new Ordering(column, true, property);
    }

    /** By a text that every row has. */
    public static Ordering text(String column, String property) {
        return new Ordering(column, false, property);
    }

    /** By a date; rows without one sort before all others. */
    public static Ordering date(String column, String property) {
        return new Ordering("coalesce(" + column + ", '')", false, property);
    }

    boolean isEntry() {
        return this == ENTRY;
    }
}
