package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.OrderDirection;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the rows of a connection are walked.
 *
 * @param ordering what they are ordered by
 * @param first the expression with its value
 * @param descending whether the connection has the largest value first
 * @param forward whether a page is counted from the start of the connection
 * @param key the column that breaks ties
 */
record RowOrder(Ordering ordering, String first, boolean descending, boolean forward, String key) {

    /** The order of the rows of a page. */
    static RowOrder of(EntityTable<?> rows, Order<?> order, boolean forward) {
        Ordering ordering = order.field().ordering();
        return new RowOrder(
                ordering,
                ordering.expression(rows.table().column(ordering.property())),
                order.direction() == OrderDirection.DESC,
                forward,
                rows.key());
    }

    /** The places that rows lie between, without these. */
    record Bounds(@Nullable Cursor after, @Nullable Cursor before) {}

    /** The clause for so many rows, ordered by an expression that has the value of {@link #first}. */
    String by(String first, int limit) {
        return by(first) + " limit " + limit;
    }

    /** The clause for all rows. */
    String by(String first) {
        String direction = descending == forward ? " desc" : "";
        String tie = ordering.unique() ? "" : ", " + key + direction;
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
            return Sql.of(first + ' ' + operator + " ?", place.value());
        }
        String row = '(' + first + ", " + key + ')';
        return Sql.of(row + ' ' + operator + " (?, ?)", place.value(), place.key());
    }
}
