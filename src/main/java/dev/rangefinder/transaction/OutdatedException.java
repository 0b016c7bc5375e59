package dev.rangefinder.transaction;

import java.sql.SQLException;

/** A transaction shows an earlier state than its operation asked for. The message is written for the client. */
public final class OutdatedException extends UnusableException {

    private static final long serialVersionUID = 1;

    /** One of our own, which the database does not have. */
    private static final String STATE = "RF001";

    private final String message;

    /** Says which state is there, and which one was asked for. */
    public OutdatedException(String message) {
        super(new SQLException(message, STATE));
        this.message = message;
    }

    @Override
    public Reason reason() {
        return Reason.OUTDATED;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
