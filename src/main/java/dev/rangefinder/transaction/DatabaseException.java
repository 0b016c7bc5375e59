package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database did not answer a statement. What it said stays inside the service. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What a failure means for the client. */
    public enum Reason {
        /** What was read has an earlier revision than asked for. The message is written for the client. */
        OUTDATED,
        /** All connections are in use, and stay so for too long. The message is written for the client. */
        BUSY,
        /** The database has worked on the operation for as long as it may. */
        EXHAUSTED,
        /** The operation was cancelled. */
        CANCELLED,
        /** The database cannot answer at the moment, though nothing is wrong with the statement. */
        UNAVAILABLE,
        /** A mistake of this service, or damaged data. */
        UNEXPECTED
    }

    /** Wraps what the driver reported. */
    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /** The SQLSTATE, five characters, or an empty text when there is none. */
    public String state() {
        return Optional.ofNullable(failure().getSQLState()).orElse("");
    }

    /** What the driver reported. */
    public SQLException failure() {
        return (SQLException) getCause();
    }

    /** What it means. */
    FailureKind kind() {
        return FailureKind.of(failure());
    }

    /** What it means for the client. */
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

    /** Whether the database cannot answer at the moment, though nothing is wrong with the statement. */
    public boolean isUnavailable() {
        return isOutage();
    }

    /** Whether it is the database that cannot answer, so that those who run it want to know. */
    public boolean isOutage() {
        return kind().isPassing();
    }

    /** What says that the database does not answer, somewhere among the causes of a failure. */
    public static Optional<SQLException> absenceIn(@Nullable Throwable failure) {
        if (failure instanceof SQLException told && FailureKind.of(told).isAbsence()) {
            return Optional.of(told);
        }
        return failure == null
                ? Optional.empty()
                : Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                        .map(DatabaseException::absenceIn)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
