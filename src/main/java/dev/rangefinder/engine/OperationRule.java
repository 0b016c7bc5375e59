package dev.rangefinder.engine;

import dev.rangefinder.graphql.ErrorCode;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses operations of a kind that the way a request came does not serve, before anything is executed. */
final class OperationRule {

    private OperationRule() {}

    static PreparsedDocumentEntry apply(PreparsedDocumentEntry entry, Request request) {
        OperationDefinition operation = operationOf(entry.getDocument(), request.operationName());
        if (operation == null || request.permitted().contains(operation.getOperation())) {
            return entry;
        }
        return new PreparsedDocumentEntry(entry.getDocument(), List.of(refusal(operation)));
    }

    /** The operation that would run; null when that is not clear, which the execution then says. */
    private static @Nullable OperationDefinition operationOf(@Nullable Document document, @Nullable String name) {
        if (document == null) {
            return null;
        }
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            if (name == null || name.isEmpty() || name.equals(operation.getName())) {
                return operation;
            }
        }
        return null;
    }

    private static GraphQLError refusal(OperationDefinition operation) {
        boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        ErrorCode code = mutation ? ErrorCode.METHOD_NOT_ALLOWED : ErrorCode.OPERATION_NOT_SUPPORTED;
        String message = mutation
                ? "A mutation must be sent by POST."
                : "A subscription is answered over a WebSocket only, by the protocol graphql-transport-ws.";
        return GraphqlErrorBuilder.newError()
                .message(message)
                .location(operation.getSourceLocation())
                .extensions(Map.of("code", code.name()))
                .build();
    }
}
