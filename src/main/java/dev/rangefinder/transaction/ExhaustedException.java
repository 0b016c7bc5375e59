package dev.rangefinder.transaction;

import java.sql.SQLException;

/** An operation was cancelled because it had used up its database time. */
final class ExhaustedException extends DatabaseException {

    private static final long serialVersionUID = 1;

    ExhaustedException(SQLException cause) {
        super(cause);
    }

    @Override
    public Reason reason() {
        return Reason.EXHAUSTED;
    }
}
