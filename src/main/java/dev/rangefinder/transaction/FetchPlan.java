package dev.rangefinder.transaction;

import org.jspecify.annotations.Nullable;

/**
 * How the rows of one field of a document are read.
 *
 * @param projection the columns to read; null for all
 * @param rowLimit how many rows a statement may return
 * @param last whether the operation runs no other statement afterwards. The last statement ends the transaction; if it is also
 *     the first, it needs none, because a single statement is a snapshot by itself.
 */
public record FetchPlan(@Nullable Projection projection, long rowLimit, boolean last) {

    /** All columns of all rows. */
    static final FetchPlan EVERYTHING = new FetchPlan(null, Long.MAX_VALUE, false);

    /** All columns of all rows, by the last statement of an operation. */
    static final FetchPlan LAST = new FetchPlan(null, Long.MAX_VALUE, true);

    /** Allowance for the rows of other operations whose lookups are coalesced with this one. */
    private static final int COALESCED_ROWS = 1_000;

    /** Whether the last statement of an operation may read this many rows: the driver holds all of them in memory. */
    public static boolean fitsLastStatement(long rows) {
        return rows <= Session.FETCH_SIZE;
    }

    /** How many rows PostgreSQL returns at most. */
    int maxRows() {
        return (int) Math.min(rowLimit, Integer.MAX_VALUE - COALESCED_ROWS) + COALESCED_ROWS;
    }
}
