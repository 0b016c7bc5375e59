package dev.rangefinder.engine;

import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.sql.BusyException;
import dev.rangefinder.sql.DatabaseException;
import dev.rangefinder.sql.ExhaustedException;
import dev.rangefinder.sql.OutdatedException;
import dev.rangefinder.sql.UnfitException;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ExecutionContext;
import graphql.execution.ResultPath;
import graphql.language.Field;
import graphql.language.SourceLocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into errors for clients. What a client can mend keeps its message and code. What is unexpected is
 * logged once, under an id, and the client gets nothing but that id.
 */
@ApplicationScoped
public class ErrorHandler implements DataFetcherExceptionHandler {

    static final String NULL_IN_NON_NULL = "This field cannot be null, but it has no value.";

    /** What helps when the database would work for too long. */
    static final String ADVICE =
            "Narrow its lists with `filter` by what few rows have, or ask for fewer lists and counts at once.";

    private static final Logger LOG = Logger.getLogger(ErrorHandler.class);

    /** A failure that the log has already. */
    private static final class LoggedException extends Exception {

        private static final long serialVersionUID = 1;

        private final String id;

        LoggedException(String id) {
            super(id, null, false, false);
            this.id = id;
        }
    }

    /** Logs a failure, unless it is one that clients are told about or one that is logged already. */
    Exception logged(Exception failure) {
        if (failure instanceof LoggedException || isTold(failure)) {
            return failure;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof LoggedException before) {
                return before;
            }
        }
        LoggedException logged = new LoggedException(UUID.randomUUID().toString());
        LOG.errorf(failure, "Unexpected failure %s", logged.id);
        failure.addSuppressed(logged); // many fields may run into one failure
        return logged;
    }

    private static boolean isTold(Exception failure) {
        return failure instanceof InputException
                || failure instanceof MemoryShortageException
                || failure instanceof UnfitException
                || isValueOfVariable(failure)
                || failure instanceof DatabaseException database
                        && (database.isCancelled() || database.isUnavailable());
    }

    /** A variable may be null, and stand where null is no value: GraphQL specification, section 6.4.1. */
    private static boolean isValueOfVariable(Exception failure) {
        return failure instanceof GraphQLError error && error.getErrorType() == ErrorType.ValidationError;
    }

    /** The answer to a request that failed as a whole. */
    public Answer refuse(Throwable failure) {
        return Answer.refused(List.of(toError(known(failure))));
    }

    private static Exception known(Throwable failure) {
        if (failure instanceof MemoryShortageException shortage && shortage.isPermanent()) {
            return AnswerTooLargeException.inMemory();
        }
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    /** The error that a client gets for a failure outside any field. */
    GraphQLError toError(Exception failure) {
        return describe(GraphqlErrorBuilder.newError(), logged(failure)).build();
    }

    private static <B extends GraphqlErrorBuilder<B>> GraphqlErrorBuilder<B> describe(
            GraphqlErrorBuilder<B> error, Exception failure) {
        if (failure instanceof InputException input) {
            return error.message("%s", input.getMessage()).extensions(code(input.code()));
        }
        if (isValueOfVariable(failure)) {
            return error.message("%s", failure.getMessage()).extensions(code(ErrorCode.BAD_USER_INPUT));
        }
        if (failure instanceof MemoryShortageException) {
            return error.message("The service has not enough memory for the operation at the moment. Try again soon.")
                    .extensions(code(ErrorCode.UNAVAILABLE));
        }
        if (failure instanceof OutdatedException) {
            return error.message("%s", failure.getMessage()).extensions(code(ErrorCode.REVISION_NOT_REACHED));
        }
        if (failure instanceof BusyException) {
            return error.message("%s", failure.getMessage()).extensions(code(ErrorCode.UNAVAILABLE));
        }
        if (failure instanceof ExhaustedException) {
            return error.message("The database worked on the operation for as long as it may. " + ADVICE)
                    .extensions(code(ErrorCode.DATABASE_TIME_EXCEEDED));
        }
        if (failure instanceof DatabaseException database && database.isCancelled()) {
            return error.message("The operation took longer than it may.")
                    .extensions(code(ErrorCode.DEADLINE_EXCEEDED));
        }
        if (failure instanceof DatabaseException) {
            return error.message("The catalogue cannot be read at the moment.").extensions(code(ErrorCode.UNAVAILABLE));
        }
        String id = failure instanceof LoggedException loggedOnce ? loggedOnce.id : "";
        return error.message("Something went wrong. It is logged as " + id + '.')
                .extensions(Map.of("code", ErrorCode.INTERNAL_SERVER_ERROR.name(), "id", id));
    }

    private static Map<String, Object> code(ErrorCode code) {
        return Map.of("code", code.name());
    }

    /** Adds the error for a field that failed. */
    void add(ExecutionContext context, ResultPath path, Field field, Exception failure) {
        context.addError(toError(path, field.getSourceLocation(), failure), path);
    }

    /** Adds the error that there are more errors than are listed. */
    void addOthers(ExecutionContext context, int number, @Nullable Exception last) {
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError();
        error = last == null ? error.extensions(code(ErrorCode.NULL_IN_NON_NULL_FIELD)) : describe(error, last);
        context.addError(error.message("%s more errors are not listed.", number).build());
    }

    /** Adds the error for a field that is null and must not be, unless the field has an error already. */
    void addNullInNonNull(ExecutionContext context, ResultPath path, Field field) {
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message(NULL_IN_NON_NULL)
                .path(path)
                .location(field.getSourceLocation())
                .extensions(code(ErrorCode.NULL_IN_NON_NULL_FIELD))
                .build();
        context.addError(error, path);
    }

    private GraphQLError toError(ResultPath path, SourceLocation location, Exception failure) {
        return describe(GraphqlErrorBuilder.newError().path(path).location(location), logged(failure))
                .build();
    }

    /** Lets graphql-java handle failures in the same way, where it executes fields by itself. */
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Exception failure = parameters.getException() instanceof Exception exception
                ? exception
                : new IllegalStateException(parameters.getException());
        GraphQLError error = toError(parameters.getPath(), parameters.getSourceLocation(), failure);
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }
}
