package dev.rangefinder.transaction;

import dev.rangefinder.admission.OverloadException;
import java.sql.SQLException;

/** All connections to the database are in use, and stay so for too long. The message is written for the client. */
final class BusyException extends DatabaseException {

    private static final long serialVersionUID = 1;

    /** PostgreSQL's name for it: program_limit_exceeded. The database itself is well. */
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
