package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.transaction.DatabaseException;
import graphql.ErrorType;
import graphql.GraphQLError;
import org.jspecify.annotations.Nullable;

/** What clients are told about a failure: one that they can mend, or that passes. */
record FailureDescription(String message, ErrorCode code) {

    /** What helps when the database would work for too long. */
    static final String ADVICE =
            "Narrow its lists with `filter` by what few rows have, or ask for fewer lists and counts at once.";

    /** The description of a failure; null when it is an unexpected one, of which clients are told nothing. */
    static @Nullable FailureDescription of(Exception failure) {
        if (failure instanceof InputException input) {
            return new FailureDescription(String.valueOf(input.getMessage()), input.code());
        }
        if (isValueOfVariable(failure)) {
            return new FailureDescription(String.valueOf(failure.getMessage()), ErrorCode.BAD_USER_INPUT);
        }
        if (failure instanceof MemoryShortageException) {
            return new FailureDescription(
                    "The service has not enough memory for the operation at the moment. Try again soon.",
                    ErrorCode.UNAVAILABLE);
        }
        return failure instanceof DatabaseException database ? of(database) : null;
    }

    /** A variable may be null, and stand where null is no value: GraphQL specification, section 6.4.1. */
    private static boolean isValueOfVariable(Exception failure) {
        return failure instanceof GraphQLError error && error.getErrorType() == ErrorType.ValidationError;
    }

    private static @Nullable FailureDescription of(DatabaseException failure) {
        return switch (failure.reason()) {
            case OUTDATED -> new FailureDescription(failure.getMessage(), ErrorCode.REVISION_NOT_REACHED);
            case BUSY -> new FailureDescription(failure.getMessage(), ErrorCode.UNAVAILABLE);
            case EXHAUSTED ->
                new FailureDescription(
                        "The database worked on the operation for as long as it may. " + ADVICE,
                        ErrorCode.DATABASE_TIME_EXCEEDED);
            case CANCELLED ->
                new FailureDescription("The operation took longer than it may.", ErrorCode.DEADLINE_EXCEEDED);
            case UNAVAILABLE ->
                new FailureDescription("The catalogue cannot be read at the moment.", ErrorCode.UNAVAILABLE);
            case UNEXPECTED -> null;
        };
    }
}
