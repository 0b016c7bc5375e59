package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.memory.MemoryShortageException;
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
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Converts failures to errors for clients. Failures that a client can fix keep their message and code. An unexpected failure is
 * logged once with an id, and the client receives only that id.
 */
@ApplicationScoped
public class ErrorHandler implements DataFetcherExceptionHandler {

    static final String NULL_IN_NON_NULL = "This field cannot be null, but it has no value.";

    /** Logs a failure unless it is described to clients or has been logged before. */
    Exception logged(Exception failure) {
        return FailureDescription.of(failure) == null ? LoggedException.of(failure) : failure;
    }

    /** The answer to a request that failed as a whole. */
    public Answer reject(Throwable failure) {
        return Answer.rejected(List.of(toError(asException(failure))));
    }

    private static Exception asException(Throwable failure) {
        if (failure instanceof MemoryShortageException shortage && shortage.isPermanent()) {
            return AnswerTooLargeException.inMemory();
        }
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    /** Returns the error for a failure outside any field. */
    GraphQLError toError(Exception failure) {
        return describe(GraphqlErrorBuilder.newError(), failure).build();
    }

    private static <B extends GraphqlErrorBuilder<B>> GraphqlErrorBuilder<B> describe(
            GraphqlErrorBuilder<B> error, Exception failure) {
        FailureDescription description = FailureDescription.of(failure);
        if (description != null) {
            return error.message("%s", description.message()).extensions(code(description.code()));
        }
        String id = LoggedException.of(failure).id();
        return error.message("An unexpected error occurred. It was logged with id " + id + '.')
                .extensions(Map.of("code", ErrorCode.INTERNAL_SERVER_ERROR.name(), "id", id));
    }

    private static Map<String, Object> code(ErrorCode code) {
        return Map.of("code", code.name());
    }

    /** Adds the error for a field that failed. */
    void add(ExecutionContext context, ResultPath path, Field field, Exception failure) {
        context.addError(toError(path, field.getSourceLocation(), failure), path);
    }

    /** Adds an error that states the number of errors that are not listed. */
    void addUnlisted(ExecutionContext context, int number, @Nullable Exception last) {
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError();
        error = last == null ? error.extensions(code(ErrorCode.NULL_IN_NON_NULL_FIELD)) : describe(error, last);
        context.addError(error.message("%s more errors are not listed.", number).build());
    }

    /** Adds the error for a non-null field that is null. */
    void addNullInNonNull(ExecutionContext context, ResultPath path, Field field) {
        GraphQLError error = ClientError.builder(ErrorCode.NULL_IN_NON_NULL_FIELD, NULL_IN_NON_NULL)
                .path(path)
                .location(field.getSourceLocation())
                .build();
        context.addError(error, path);
    }

    private GraphQLError toError(ResultPath path, SourceLocation location, Exception failure) {
        return describe(GraphqlErrorBuilder.newError().path(path).location(location), failure)
                .build();
    }

    /** Handles the failures of fields that graphql-java executes itself. */
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
