package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.transaction.DatabaseException;
import graphql.ErrorType;
import graphql.GraphQLError;
import org.jspecify.annotations.Nullable;

/** The message and code of a failure for clients, if they can fix it or retry later. */
record FailureDescription(String message, ErrorCode code) {

    /** For operations that exceed their database time. */
    static final String ADVICE = "Use more selective filters, or request fewer lists and counts at once.";

    /** The description of a failure; null for an unexpected one, whose details clients must not see. */
    static @Nullable FailureDescription of(Exception failure) {
        if (failure instanceof InputException input) {
            return new FailureDescription(String.valueOf(input.getMessage()), input.code());
        }
        if (isInvalidVariable(failure)) {
            return new FailureDescription(String.valueOf(failure.getMessage()), ErrorCode.BAD_USER_INPUT);
        }
        if (failure instanceof MemoryShortageException) {
            return new FailureDescription(
                    "The service does not have enough memory for the operation at the moment. Try again soon.",
                    ErrorCode.UNAVAILABLE);
        }
        return failure instanceof DatabaseException database ? of(database) : null;
    }

    /** A nullable variable may be used where null is invalid: GraphQL specification, section 6.4.1. */
    private static boolean isInvalidVariable(Exception failure) {
        return failure instanceof GraphQLError error && error.getErrorType() == ErrorType.ValidationError;
    }

    private static @Nullable FailureDescription of(DatabaseException failure) {
        return switch (failure.reason()) {
            case OUTDATED -> new FailureDescription(failure.getMessage(), ErrorCode.REVISION_NOT_REACHED);
            case PRUNED -> new FailureDescription(failure.getMessage(), ErrorCode.HISTORY_PRUNED);
            case BUSY -> new FailureDescription(failure.getMessage(), ErrorCode.UNAVAILABLE);
            case EXHAUSTED ->
                new FailureDescription(
                        "The operation exceeded its database time. " + ADVICE, ErrorCode.DATABASE_TIME_EXCEEDED);
            case CANCELLED ->
                new FailureDescription("The operation exceeded its deadline.", ErrorCode.DEADLINE_EXCEEDED);
            case UNCERTAIN ->
                new FailureDescription(
                        "The connection to the database broke at the commit. The change may be stored: look before"
                                + " you try again, or send it with an idempotency key.",
                        ErrorCode.UNAVAILABLE);
            case UNAVAILABLE ->
                new FailureDescription("The catalogue cannot be read at the moment.", ErrorCode.UNAVAILABLE);
            case UNKNOWN_AS_OF ->
                new FailureDescription(
                        "This field cannot be read as of another moment.", ErrorCode.AS_OF_NOT_SUPPORTED);
            case UNEXPECTED -> null;
        };
    }
}
