package dev.rangefinder.catalogue;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Explains why the database rejected a record, without the statement or its values. */
final class Rejection {

    /** The primary key is the first column of each table. */
    private static final Pattern FAILING_ROW = Pattern.compile("Failing row contains \\((\\d+)[,)]");

    /** A row of a table. */
    record Row(String table, long id) {}

    private Rejection() {}

    /** The reason for a rejection; null when the record did not cause the failure. */
    static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException rejection) {
                return reason(rejection);
            }
        }
        return null;
    }

    private static @Nullable String reason(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        // Class 22 is data exceptions, 23 constraint violations, 54 exceeded limits, such as the size of an index
        // entry.
        if (!state.startsWith("22") && !state.startsWith("23") && !state.startsWith("54")) {
            return null;
        }
        String constraint = failure instanceof PSQLException postgresql ? constraint(postgresql) : null;
        return "is rejected by the database: " + (constraint == null ? "SQLSTATE " + state : constraint);
    }

    /** The row of a table that violates a constraint of it; null when the database does not tell. */
    static @Nullable Row row(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException postgresql ? postgresql.getServerErrorMessage() : null;
        if (message == null || message.getDetail() == null || message.getTable() == null) {
            return null;
        }
        Matcher row = FAILING_ROW.matcher(message.getDetail());
        return row.lookingAt() ? new Row(message.getTable(), Long.parseLong(row.group(1))) : null;
    }

    private static @Nullable String constraint(PSQLException failure) {
        ServerErrorMessage message = failure.getServerErrorMessage();
        if (message == null || message.getConstraint() == null) {
            return null;
        }
        // The evidence of a table is one constraint for all of its columns.
        String column = message.getColumn() == null ? "" : " (" + message.getColumn() + ")";
        return message.getConstraint() + column;
    }
}
