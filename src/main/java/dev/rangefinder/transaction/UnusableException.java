package dev.rangefinder.transaction;

import java.sql.SQLException;

/** A transaction is unusable; another one, on another server, in another session or a little later, may succeed. */
class UnusableException extends DatabaseException {

    private static final long serialVersionUID = 1;

    UnusableException(SQLException cause) {
        super(cause);
    }

    /** What clients are told when no other transaction succeeds either. */
    @Override
    public Reason reason() {
        return isCancelled() ? Reason.CANCELLED : Reason.UNAVAILABLE;
    }

    /** Not before a retry has failed, too. */
    @Override
    public boolean isUnavailable() {
        return false;
    }
}
