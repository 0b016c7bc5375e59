package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/**
 * A subquery that finds rows by some conditions, so that others are tested on each row found. OFFSET 0 is an optimization fence:
 * otherwise PostgreSQL might underestimate the rows that pass the tests, and scan an index for them once for each parent.
 */
final class TestedRows {

    private TestedRows() {}

    /**
     * Returns the FROM clause.
     *
     * @param found the condition that finds the rows
     * @param order the ORDER BY clause, or an empty string
     */
    static Sql of(String table, Sql found, String order) {
        return Sql.of(" from (select * from " + table).where(found).add(order + " offset 0) " + table);
    }
}
