package dev.rangefinder.relay;

/**
 * An ordering of rows by one property, for which the database has an index.
 *
 * @param property the property to order by
 * @param unique whether no two rows have the same value; otherwise the primary key breaks ties
 * @param optional whether the value can be null: then it is a date or a period, and an order says where rows without one come
 */
public record Ordering(String property, boolean unique, boolean optional) {

    /** A text before all dates and periods. */
    public static final String LOWEST = "";

    /** A text after all dates and periods in the C collation. */
    public static final String HIGHEST = "~";

    /** The order in which the rows were entered. */
    public static final Ordering ENTRY = unique(Keyed_.KEY);

    /** By a property that is unique and never null. */
    public static Ordering unique(String property) {
        return new Ordering(property, true, false);
    }

    /** By a text that is never null. */
    public static Ordering text(String property) {
        return new Ordering(property, false, false);
    }

    /** By a date or a period that can be null. */
    public static Ordering optional(String property) {
        return new Ordering(property, false, true);
    }

    public boolean isEntry() {
        return equals(ENTRY);
    }

    /**
     * The SQL expression to order by, for the column of the property. It is never null.
     *
     * @param missing the text that stands for a missing value: {@link #LOWEST} or {@link #HIGHEST}
     */
    public String expression(String column, String missing) {
        return optional ? "coalesce(" + column + ", '" + missing + "')" : column;
    }
}
