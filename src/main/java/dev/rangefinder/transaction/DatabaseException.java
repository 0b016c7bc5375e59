package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement failed. The message of the database is not sent to clients. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What a failure means for the client. */
    public enum Reason {
        /** The revision that was read is earlier than the requested one. The message is meant for the client. */
        OUTDATED,
        /** No connection became free in time. The message is meant for the client. */
        BUSY,
        /** The operation has used up its database time. */
        EXHAUSTED,
        /** The operation was cancelled. */
        CANCELLED,
        /** The statement reads what is not known as of another moment. */
        UNKNOWN_AS_OF,
        /** The history that the operation needs is not kept any more. The message is meant for the client. */
        PRUNED,
        /** The connection broke while a change was committed, and the database does not tell whether it is stored. */
        UNCERTAIN,
        /** The database is unavailable; nothing is wrong with the statement. */
        UNAVAILABLE,
        /** A bug of this service, or corrupt data. */
        UNEXPECTED
    }

    /** Wraps the exception of the driver. */
    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /** The SQLSTATE, five characters, or an empty string when there is none. */
    public String state() {
        return Optional.ofNullable(failure().getSQLState()).orElse("");
    }

    /** The exception of the driver. */
    public SQLException failure() {
        return (SQLException) getCause();
    }

    FailureKind kind() {
        return FailureKind.of(failure());
    }

    /** What the failure means for the client. */
    public Reason reason() {
        if (isCancelled()) {
            return Reason.CANCELLED;
        }
        return isUnavailable() ? Reason.UNAVAILABLE : Reason.UNEXPECTED;
    }

    /** Whether the statement was cancelled. */
    public boolean isCancelled() {
        return kind() == FailureKind.CANCELLED;
    }

    /** Whether clients are told that the database is unavailable. */
    public boolean isUnavailable() {
        return isOutage();
    }

    /** Whether the database itself is unavailable, which operators need to know. */
    public boolean isOutage() {
        return kind().isTransient();
    }

    /** The failure of the database that caused another one, whichever exceptions wrap it; empty if there is none. */
    public static Optional<DatabaseException> in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause instanceof DatabaseException || cause instanceof SQLException)
                .map(cause -> cause instanceof DatabaseException described
                        ? described
                        : new DatabaseException((SQLException) cause))
                .findFirst();
    }

    /** Searches the causes of a failure for an exception that shows that the database does not respond. */
    public static Optional<SQLException> outageIn(@Nullable Throwable failure) {
        if (failure instanceof SQLException cause && FailureKind.of(cause).isUnresponsive()) {
            return Optional.of(cause);
        }
        return failure == null
                ? Optional.empty()
                : Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                        .map(DatabaseException::outageIn)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
