package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** The operation needs a revision whose history is not kept any more. The message is meant for the client. */
public final class PrunedException extends DatabaseException {

    private static final long serialVersionUID = 1;

    /** An SQLSTATE of our own, whose message is the oldest revision that is left. */
    private static final String STATE = "RF002";

    private final String oldest;

    /** Creates one for the oldest revision that is left. */
    public PrunedException(long oldest) {
        super(new SQLException(Long.toString(oldest), STATE));
        this.oldest = Long.toString(oldest);
    }

    private PrunedException(PSQLException cause) {
        super(cause);
        this.oldest = String.valueOf(cause.getServerErrorMessage().getMessage());
    }

    /** Wraps the failure of a statement that found this; empty for any other failure. */
    public static Optional<PrunedException> of(SQLException failure) {
        return STATE.equals(failure.getSQLState()) && failure instanceof PSQLException cause
                ? Optional.of(new PrunedException(cause))
                : Optional.empty();
    }

    @Override
    public Reason reason() {
        return Reason.PRUNED;
    }

    /** The operation fails as a whole, because none of its statements can be run. */
    @Override
    public boolean isUnavailable() {
        return true;
    }

    @Override
    public boolean isOutage() {
        return false;
    }

    @Override
    public String getMessage() {
        return "The history of the catalogue begins with revision " + oldest + '.';
    }
}
