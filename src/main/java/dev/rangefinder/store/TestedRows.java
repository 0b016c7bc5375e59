package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/**
 * Rows of a table that are found by some conditions, so that others can be tested at each of them. PostgreSQL does not plan
 * across an OFFSET; otherwise it might find by an index what passes those, which it takes for few rows, once for each parent.
 */
final class TestedRows {

    private TestedRows() {}

    /**
     * The FROM clause for them.
     *
     * @param table the table
     * @param found what they are found by
     * @param order the clause that orders them, or an empty text
     */
    static Sql of(String table, Sql found, String order) {
        return Sql.of(" from (select * from " + table).where(found).add(order + " offset 0) " + table);
    }
}
