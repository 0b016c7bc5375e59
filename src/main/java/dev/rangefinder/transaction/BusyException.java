package dev.rangefinder.transaction;

import dev.rangefinder.admission.OverloadException;
import java.sql.SQLException;

/** No connection to the database became free in time. The message is meant for the client. */
final class BusyException extends DatabaseException {

    private static final long serialVersionUID = 1;

    /** program_limit_exceeded: nothing is wrong with the database itself. */
    private static final String STATE = "54000";

    BusyException(OverloadException cause) {
        super(new SQLException(cause.getMessage(), STATE, cause));
    }

    @Override
    public String getMessage() {
        return OverloadException.MESSAGE;
    }

    @Override
    public Reason reason() {
        return Reason.BUSY;
    }

    @Override
    public boolean isUnavailable() {
        return true;
    }
}
