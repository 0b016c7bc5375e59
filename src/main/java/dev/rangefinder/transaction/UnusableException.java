package dev.rangefinder.transaction;

import java.sql.SQLException;

/** What a transaction reads is unusable. Read from another place, or a little later, it may be. */
class UnusableException extends DatabaseException {

    private static final long serialVersionUID = 1;

    UnusableException(SQLException cause) {
        super(cause);
    }

    /** Clients hear of it where it cannot be read from another place either. */
    @Override
    public Reason reason() {
        return isCancelled() ? Reason.CANCELLED : Reason.UNAVAILABLE;
    }

    /** Nothing of the kind has been found out, as long as the primary has not been asked. */
    @Override
    public boolean isUnavailable() {
        return false;
    }
}
