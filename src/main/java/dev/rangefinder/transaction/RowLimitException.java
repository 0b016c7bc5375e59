package dev.rangefinder.transaction;

/** A statement returned more rows than its {@linkplain FetchPlan#rowLimit limit}. */
public final class RowLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int rows;

    RowLimitException(int rows) {
        super("More than " + rows + " rows", null, false, false);
        this.rows = rows;
    }

    /** How many rows were read. */
    public int rows() {
        return rows;
    }
}
