package dev.rangefinder.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database did not answer a statement. What it said stays inside the service. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * SQLSTATEs that come and go with the state of the server. 08: no connection. 25006: a primary that has become a
     * replica. 28, 3D: a user or database that is not there yet. 40: a conflict with another transaction, or with the
     * replication. 53: no memory, no disk, no free connection. 55P03: a lock. 57P: the server stops or starts. 58: its
     * operating system fails. 99999: the driver was interrupted while it connected. Without any it is the pool of
     * connections that says so.
     */
    private static final Pattern PASSING = Pattern.compile("08|25006|28|3D|40|53|55P03|57P|58|99999");

    /** Wraps what the driver reported. */
    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /** The SQLSTATE, five characters, or an empty text when there is none. */
    public String state() {
        return stateOf((SQLException) getCause());
    }

    /** Whether the statement was cancelled: SQLSTATE 57014, query_canceled. */
    public boolean isCancelled() {
        return state().equals("57014");
    }

    /** Whether the database cannot answer at the moment, though nothing is wrong with the statement. */
    public boolean isUnavailable() {
        return isPassing(state());
    }

    /** What says that the database cannot answer at the moment, somewhere among the causes of a failure. */
    public static Optional<SQLException> absenceIn(@Nullable Throwable failure) {
        if (failure instanceof SQLException told && isPassing(stateOf(told))) {
            return Optional.of(told);
        }
        return failure == null
                ? Optional.empty()
                : Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                        .map(DatabaseException::absenceIn)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static boolean isPassing(String state) {
        return state.isEmpty() || PASSING.matcher(state).lookingAt();
    }

    private static String stateOf(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}
