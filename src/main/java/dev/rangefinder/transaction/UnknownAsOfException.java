package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Set;

/** A statement needs a table, a type or a function that has no counterpart as of another moment. */
public final class UnknownAsOfException extends DatabaseException {

    private static final long serialVersionUID = 1;

    /** undefined_table, undefined_object (a type), undefined_function. */
    private static final Set<String> STATES = Set.of("42P01", "42704", "42883");

    UnknownAsOfException(SQLException cause) {
        super(cause);
    }

    /**
     * Rejects what reads a table without a counterpart. A moment that is the present for now would have the table, and not have it soon.
     */
    public static void rejectMoment(ReadTransaction transaction) {
        if (transaction.moment() != null) {
            throw new UnknownAsOfException(new SQLException("This is read at present only.", "42P01"));
        }
    }

    static boolean describes(SQLException failure) {
        return STATES.contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public Reason reason() {
        return Reason.UNKNOWN_AS_OF;
    }

    @Override
    public boolean isUnavailable() {
        return false;
    }

    @Override
    public boolean isOutage() {
        return false;
    }
}
