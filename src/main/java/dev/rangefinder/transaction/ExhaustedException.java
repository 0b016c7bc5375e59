package dev.rangefinder.transaction;

import java.sql.SQLException;

/** The database was told to end an operation, because it had worked on it for as long as it may. */
final class ExhaustedException extends DatabaseException {

    private static final long serialVersionUID = 1;

    /** Wraps what the driver reported. */
    ExhaustedException(SQLException cause) {
        super(cause);
    }

    @Override
    public Reason reason() {
        return Reason.EXHAUSTED;
    }
}
