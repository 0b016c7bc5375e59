package dev.rangefinder.transaction;

import java.sql.SQLException;

/** The commit of a change failed in a way that leaves open whether it is stored. */
final class UncertainCommitException extends DatabaseException {

    private static final long serialVersionUID = 1;

    /** transaction_resolution_unknown. */
    private static final String STATE = "08007";

    UncertainCommitException(Exception cause) {
        super(new SQLException(cause.toString(), STATE, cause));
    }

    @Override
    public Reason reason() {
        return Reason.UNCERTAIN;
    }
}
