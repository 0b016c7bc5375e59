package dev.rangefinder.engine.document;

import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rejects operations with an empty name, types of operations that the transport of a request does not support, and operations
 * that the caller may not execute.
 */
final class OperationRule {

    private OperationRule() {}

    static PreparsedDocumentEntry apply(PreparedDocument document, Request request) {
        PreparsedDocumentEntry entry = document.entry();
        if (!entry.hasErrors() && "".equals(request.operationName())) {
            return new PreparsedDocumentEntry(entry.getDocument(), List.of(nameless()));
        }
        OperationDefinition operation = operationOf(entry.getDocument(), request.operationName());
        if (operation == null) {
            return entry;
        }
        List<GraphQLError> errors = request.permitted().contains(operation.getOperation())
                ? document.check(request)
                : List.of(unsupported(operation));
        return errors.isEmpty() ? entry : new PreparsedDocumentEntry(entry.getDocument(), errors);
    }

    /** The operation that would run; null when it is ambiguous or unknown, which graphql-java reports. */
    private static @Nullable OperationDefinition operationOf(@Nullable Document document, @Nullable String name) {
        if (document == null) {
            return null;
        }
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        if (name == null) {
            return operations.size() == 1 ? operations.get(0) : null;
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .orElse(null);
    }

    /** graphql-java treats an empty name like a missing one. */
    private static GraphQLError nameless() {
        return ClientError.builder(
                        ErrorCode.OPERATION_RESOLUTION_FAILURE,
                        "An operation name cannot be empty. Omit `operationName`, or set it to null.")
                .build();
    }

    private static GraphQLError unsupported(OperationDefinition operation) {
        boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        ErrorCode code = mutation ? ErrorCode.METHOD_NOT_ALLOWED : ErrorCode.OPERATION_NOT_SUPPORTED;
        String message = mutation
                ? "A mutation must be sent with POST."
                : "Subscriptions are supported over WebSockets with the graphql-transport-ws protocol, and as"
                        + " server-sent events with `Accept: text/event-stream`.";
        return ClientError.builder(code, message)
                .location(operation.getSourceLocation())
                .build();
    }
}
