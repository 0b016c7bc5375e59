package dev.rangefinder.transaction;

import java.sql.SQLException;

/** A transaction reads an earlier revision than the operation requires. The message is meant for the client. */
public final class OutdatedException extends UnusableException {

    private static final long serialVersionUID = 1;

    /** An SQLSTATE of our own, which PostgreSQL does not use. */
    private static final String STATE = "RF001";

    private final String message;

    /** Creates one whose message states the current and the required revision. */
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
