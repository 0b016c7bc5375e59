package dev.rangefinder.relay;

/**
 * What rows are ordered by. An index serves it.
 *
 * @param property the property of the row that has the value
 * @param unique whether no two rows have the same value; otherwise the key of the row breaks ties
 * @param optional whether there are rows without a value, which sort before all others
 */
public record Ordering(String property, boolean unique, boolean optional) {

    /** The order in which the rows were entered. */
    public static final Ordering ENTRY = unique(Keyed_.KEY);

    /** By a text that no two rows share. */
    public static Ordering unique(String property) {
        return new Ordering(property, true, false);
    }

    /** By a text that every row has. */
    public static Ordering text(String property) {
        return new Ordering(property, false, false);
    }

    /** By a date; rows without one sort before all others. */
    public static Ordering date(String property) {
        return new Ordering(property, false, true);
    }

    public boolean isEntry() {
        return equals(ENTRY);
    }

    /** The SQL expression for a column with the property, which is never null. */
    public String expression(String column) {
        return optional ? "coalesce(" + column + ", '')" : column;
    }
}
