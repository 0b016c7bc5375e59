package dev.rangefinder.catalogue;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why the database refused a record, told without the statement or the values that were sent. */
final class Rejection {

    private Rejection() {}

    /** The constraint that refused a record, or null when the record was not what made the statement fail. */
    static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return reason(refusal);
            }
        }
        return null;
    }

    private static @Nullable String reason(SQLException refusal) {
        String state = Optional.ofNullable(refusal.getSQLState()).orElse("");
        // Class 22 is about data, 23 about constraints and 54 about limits, such as that of an index entry.
        if (!state.startsWith("22") && !state.startsWith("23") && !state.startsWith("54")) {
            return null;
        }
        String constraint = refusal instanceof PSQLException postgresql ? constraint(postgresql) : null;
        return "the database refuses it by " + (constraint == null ? "SQLSTATE " + state : constraint);
    }

    private static @Nullable String constraint(PSQLException refusal) {
        ServerErrorMessage message = refusal.getServerErrorMessage();
        return message == null ? null : message.getConstraint();
    }
}
