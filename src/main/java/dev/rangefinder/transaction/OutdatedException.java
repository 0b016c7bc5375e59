package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

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

    /** Describes the failure of a statement that found this; empty for any other failure. */
    static Optional<OutdatedException> of(SQLException failure) {
        return STATE.equals(failure.getSQLState()) && failure instanceof PSQLException cause
                ? Optional.of(new OutdatedException(
                        String.valueOf(cause.getServerErrorMessage().getMessage())))
                : Optional.empty();
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
