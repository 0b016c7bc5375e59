package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/**
 * A subquery that finds rows by some conditions, so that others are tested on each row found. OFFSET 0 is an optimization fence:
 * otherwise PostgreSQL might underestimate the rows that pass the tests, and scan an index for them once for each parent.
 */
final class TestedRows {

    /** The column with the value that {@link #inOrder rows} are sorted by: PostgreSQL does not see it in an expression. */
    static final String SORT_KEY = "sort_key";

    private TestedRows() {}

    /** Selects the value that rows are sorted by as that column. */
    static String sortKey(RowOrder order) {
        return order.first() + " as " + SORT_KEY;
    }

    /**
     * Returns the FROM clause.
     *
     * @param depth the number of relations that lead to the rows, which gives the table its alias
     * @param found the condition that finds the rows
     */
    static Sql of(String table, int depth, Sql found) {
        return Sql.of(" from (select * from " + TableColumn.declared(table, depth))
                .where(found)
                .add(" offset 0) " + TableColumn.alias(table, depth));
    }

    /** Returns the FROM clause of rows that are found in an order, so that a limit ends the scan early. */
    static Sql inOrder(String table, Sql found, RowOrder order) {
        return Sql.of(" from (select *, " + sortKey(order) + " from " + table)
                .where(found)
                .add(order.by(order.first()) + " offset 0) " + table);
    }
}
