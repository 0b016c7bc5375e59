package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that select the rows of parents.
 *
 * @param column the column with the key of the parent; null for all rows of a table
 */
record ParentKeys(@Nullable TableColumn column) {

    /** The FROM clause of several parents: their keys, and their positions from 1 on. */
    static String numbered() {
        return "unnest(?::bigint[]) with ordinality as parent (key, n)";
    }

    /** The rows of the parent that a statement is at. */
    Sql matching() {
        return column == null ? new Sql() : Sql.of(column + " = parent.key");
    }

    /** The rows of one parent; all rows if there is none. */
    Sql only(@Nullable Long key) {
        return key == null ? new Sql() : Sql.of(column + " = ?", key);
    }
}
