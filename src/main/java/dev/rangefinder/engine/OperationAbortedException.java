package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.DatabaseException.Reason;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

/** Ends an operation that has passed a limit while it ran. Its answer is this one error, and no part of the data. */
final class OperationAbortedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient SourceLocation location;

    /**
     * Says why.
     *
     * @param message for the client
     * @param location the part of the document that the client should change
     */
    OperationAbortedException(ErrorCode code, String message, SourceLocation location) {
        super(message, null, false, false);
        this.code = code;
        this.location = location;
    }

    /** Whether a failure says that the database may not work on the operation any more. */
    static boolean isExhausted(Exception failure) {
        return failure instanceof DatabaseException database && database.reason() == Reason.EXHAUSTED;
    }

    /** Ends an operation that the database has worked on for as long as it may. */
    static OperationAbortedException exhausted(Charge last) {
        Charge list = last.list();
        String message = "The database worked on the operation for as long as it may, and came as far as `"
                + list.path() + "`. " + FailureDescription.ADVICE;
        return new OperationAbortedException(ErrorCode.DATABASE_TIME_EXCEEDED, message, list.location());
    }

    /** The error that the client gets. */
    GraphQLError toError() {
        return ClientError.builder(code, getMessage()).location(location).build();
    }
}
