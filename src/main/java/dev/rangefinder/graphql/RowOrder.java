package dev.rangefinder.graphql;

import dev.rangefinder.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the rows of a connection are walked.
 *
 * @param ordering what they are ordered by
 * @param descending whether the connection has the largest value first
 * @param forward whether a page is counted from the start of the connection
 * @param key the column that breaks ties
 */
record RowOrder(Ordering ordering, boolean descending, boolean forward, String key) {

    /** The places that rows lie between, without these. */
    record Bounds(@Nullable Cursor after, @Nullable Cursor before) {}

    /** What rows are ordered by in the first place. */
    String first() {
        return ordering.isEntry() ? key : ordering.expression();
    }

    /** The clause for so many rows, ordered by an expression that has the value of {@link #first}. */
    String by(String first, int limit) {
        return by(first) + " limit " + limit;
    }

    /** The clause for all rows. */
    String by(String first) {
        String direction = descending == forward ? " desc" : "";
        String tie = ordering.isEntry() || ordering.unique() ? "" : ", " + key + direction;
        return " order by " + first + direction + tie;
    }

    /** Which rows lie between places. */
    Sql between(Bounds bounds) {
        Sql rows = new Sql();
        if (bounds.after() != null) {
            rows.and(compared(descending ? "<" : ">", bounds.after()));
        }
        if (bounds.before() != null) {
            rows.and(compared(descending ? ">" : "<", bounds.before()));
        }
        return rows;
    }

    /** Which rows lie at a place or after it, or at it or before it. */
    Sql from(Cursor place, boolean after) {
        return compared(descending == after ? "<=" : ">=", place);
    }

    private Sql compared(String operator, Cursor place) {
        if (ordering.isEntry()) {
            return Sql.of(key + ' ' + operator + " ?", place.key());
        }
        if (ordering.unique()) {
            return Sql.of(ordering.expression() + ' ' + operator + " ?", place.value());
        }
        String row = '(' + ordering.expression() + ", " + key + ')';
        return Sql.of(row + ' ' + operator + " (?, ?)", place.value(), place.key());
    }
}
