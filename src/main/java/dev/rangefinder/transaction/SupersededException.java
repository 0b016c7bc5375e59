package dev.rangefinder.transaction;

import java.sql.SQLException;

/** A transaction reads a later revision than that of its moment, which the views of moments still have. */
final class SupersededException extends UnusableException {

    private static final long serialVersionUID = 1;

    /** An SQLSTATE of our own. */
    private static final String STATE = "RF003";

    SupersededException(SQLException cause) {
        super(cause);
    }

    static boolean describes(SQLException failure) {
        return STATE.equals(failure.getSQLState());
    }
}
