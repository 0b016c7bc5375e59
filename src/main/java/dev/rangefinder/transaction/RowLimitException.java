package dev.rangefinder.transaction;

/** A statement found more rows than it {@linkplain FetchPlan#mostRows may give}. */
public final class RowLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int rows;

    RowLimitException(int rows) {
        super("More than " + rows + " rows", null, false, false);
        this.rows = rows;
    }

    /** How many rows were read until then. */
    public int rows() {
        return rows;
    }
}
