package dev.rangefinder.transaction;

import org.jspecify.annotations.Nullable;

/**
 * How the rows of one field of a document are read.
 *
 * @param projection what is needed of them; null stands for all of it
 * @param mostRows how many rows a statement may give
 * @param last whether no statement follows the one that reads them. It ends the transaction; and when it is the first as well,
 *     it is a snapshot by itself and needs none.
 */
public record FetchPlan(@Nullable Projection projection, long mostRows, boolean last) {

    /** All columns of all rows. */
    static final FetchPlan EVERYTHING = new FetchPlan(null, Long.MAX_VALUE, false);

    /** The same, by the only statement of an operation, or the last one. */
    static final FetchPlan LAST = new FetchPlan(null, Long.MAX_VALUE, true);

    /** Rows that are not those of an operation alone: of others that look rows up together with it. */
    private static final int ROWS_BESIDE = 1_000;

    /** Whether the last statement of an operation may read so many rows: the driver holds all of them at once. */
    public static boolean fitsLastStatement(long rows) {
        return rows <= Session.ROWS_AT_A_TIME;
    }

    /** How many rows PostgreSQL gives before it stops. */
    int maxRows() {
        return (int) Math.min(mostRows, Integer.MAX_VALUE - ROWS_BESIDE) + ROWS_BESIDE;
    }
}
