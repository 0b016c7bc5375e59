package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.DatabaseException.Reason;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

/** An operation exceeded a limit while it ran. The answer is this single error, without data. */
final class OperationAbortedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient SourceLocation location;

    /**
     * Creates the failure.
     *
     * @param message for the client
     * @param location the part of the document that the client should change
     */
    OperationAbortedException(ErrorCode code, String message, SourceLocation location) {
        super(message, null, false, false);
        this.code = code;
        this.location = location;
    }

    /** Whether the operation has used up its database time. */
    static boolean isExhausted(Exception failure) {
        return failure instanceof DatabaseException database && database.reason() == Reason.EXHAUSTED;
    }

    /** Creates the failure of an operation that has used up its database time. */
    static OperationAbortedException exhausted(Charge last) {
        Charge list = last.list();
        String message =
                "The operation exceeded its database time at `" + list.path() + "`. " + FailureDescription.ADVICE;
        return new OperationAbortedException(ErrorCode.DATABASE_TIME_EXCEEDED, message, list.location());
    }

    /** Returns the error for the client. */
    GraphQLError toError() {
        return ClientError.builder(code, getMessage()).location(location).build();
    }
}
