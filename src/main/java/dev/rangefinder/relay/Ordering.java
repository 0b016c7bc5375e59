package dev.rangefinder.relay;

/**
 * An ordering of rows by one property, for which the database has an index.
 *
 * @param property the property to order by
 * @param unique whether no two rows have the same value; otherwise the primary key breaks ties
 * @param optional whether the value can be null; rows without a value sort first
 */
public record Ordering(String property, boolean unique, boolean optional) {

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

    /** By a date that can be null; rows without one sort first. */
    public static Ordering date(String property) {
        return new Ordering(property, false, true);
    }

    public boolean isEntry() {
        return equals(ENTRY);
    }

    /** The SQL expression to order by, for the column of the property. It is never null. */
    public String expression(String column) {
        return optional ? "coalesce(" + column + ", '')" : column;
    }
}
