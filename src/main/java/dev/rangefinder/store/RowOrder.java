package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Nulls;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.OrderDirection;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the rows of a connection are scanned.
 *
 * @param ordering the sort field
 * @param first the SQL expression of the sort field
 * @param column the column of the sort field; null if another table has a copy of it
 * @param missing the text that stands for a missing value in the expression
 * @param descending whether the connection begins with the largest value
 * @param forward whether a page is counted from the start of the connection
 * @param key the column that breaks ties
 */
record RowOrder(
        Ordering ordering,
        String first,
        @Nullable String column,
        String missing,
        boolean descending,
        boolean forward,
        String key) {

    static RowOrder of(Relation<?, ?, ?> relation, Order<?> order, boolean forward) {
        EntityTable<?> rows = relation.rows();
        Ordering ordering = order.field().ordering();
        boolean descending = order.direction() == OrderDirection.DESC;
        String missing = missing(descending, order.nulls());
        Link link = relation.link();
        if (link != null && link.isInOrder(ordering)) {
            String copy = link.copy().expression(missing);
            return new RowOrder(
                    ordering,
                    copy,
                    null,
                    missing,
                    descending,
                    forward,
                    link.key().toString());
        }
        String column = rows.table().column(ordering.property()).toString();
        String first = ordering.expression(column, missing);
        return new RowOrder(
                ordering,
                first,
                column,
                missing,
                descending,
                forward,
                rows.key().toString());
    }

    /** Missing values are last if they are the lowest of a descending order, or the highest of an ascending one. */
    private static String missing(boolean descending, @Nullable Nulls nulls) {
        boolean last = nulls != Nulls.FIRST;
        return descending == last ? Ordering.LOWEST : Ordering.HIGHEST;
    }

    /** The exclusive bounds of a page. */
    record Bounds(@Nullable Cursor after, @Nullable Cursor before) {}

    /** The ORDER BY and LIMIT clauses, for an expression that has the value of {@link #first}. */
    String by(String first, int limit) {
        return by(first) + " limit " + limit;
    }

    /** The ORDER BY clause. */
    String by(String first) {
        String direction = descending == forward ? " desc" : "";
        String tie = ordering.unique() ? "" : ", " + key + direction;
        return " order by " + first + direction + tie;
    }

    /** The condition for the rows between the bounds. */
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

    /** The condition for the rows at a cursor or after it, or at it or before it. */
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
