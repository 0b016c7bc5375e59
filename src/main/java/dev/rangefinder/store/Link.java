package dev.rangefinder.store;

import dev.rangefinder.relay.Ordering;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A join table.
 *
 * @param key its column with the key of the related row
 * @param copy a copy of a property of the related row; null if there is none
 * @param selection the function of the database that returns the rows of the join table to follow; null for all of them
 */
record Link(TableColumn key, @Nullable Copy copy, @Nullable Sql selection) {

    /** The name of the join table. */
    String table() {
        return key.table();
    }

    /** The FROM clause of the rows to follow, which have the alias of the table. */
    Sql from() {
        return selection == null ? Sql.of(table()) : new Sql().add(selection).add(' ' + table());
    }

    /** Whether an index of the join table has the rows of each parent in an order. */
    boolean isInOrder(Ordering ordering) {
        return copy != null && copy.property.equals(ordering.property());
    }

    /**
     * A copy of an optional date of the related row in a column of the join table, which has the lowest text for a missing date.
     *
     * @param property the property of the related row
     * @param column the column of the join table
     */
    record Copy(String property, TableColumn column) {

        /** The SQL expression to order by: see {@link Ordering#expression}. */
        String expression(String missing) {
            return missing.equals(Ordering.LOWEST)
                    ? column.toString()
                    : "coalesce(nullif(" + column + ", '" + Ordering.LOWEST + "'), '" + missing + "')";
        }
    }
}
