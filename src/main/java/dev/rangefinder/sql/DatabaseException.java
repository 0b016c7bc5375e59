package dev.rangefinder.sql;

import java.sql.SQLException;

/** The database did not answer a statement. What it said stays inside the service. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps what the driver reported. */
    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /** The SQLSTATE, five characters, or an empty text when there is none. */
    public String state() {
        String state = ((SQLException) getCause()).getSQLState();
        return state == null ? "" : state;
    }

    /** Whether the statement was cancelled: SQLSTATE 57014, query_canceled. */
    public boolean isCancelled() {
        return state().equals("57014");
    }

    /** Whether the database cannot be reached or is not ready: connection exceptions, shut-down, too many connections. */
    public boolean isUnavailable() {
        return state().isEmpty() || state().startsWith("08") || state().startsWith("53") || state().startsWith("57P");
    }
}
