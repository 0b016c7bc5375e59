package dev.rangefinder.engine;

import graphql.language.OperationDefinition.Operation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for: the parameters of a GraphQL-over-HTTP request.
 *
 * @param query the document
 * @param operationName which of its operations to run; null when it has only one
 * @param variables the values of its variables, as JSON
 * @param extensions what goes beyond the specification, as JSON
 * @param permitted the kinds of operation that the way the request came serves
 */
public record Request(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions,
        Set<Operation> permitted) {

    /** A request without extensions, for an operation of any kind. */
    public Request(String query, @Nullable String operationName, Map<String, Object> variables) {
        this(query, operationName, variables, Map.of(), Set.of(Operation.values()));
    }

    /** Whether the answer says what it cost: the extension {@code cost} is true. */
    public boolean isPriced() {
        return Boolean.TRUE.equals(extensions.get("cost"));
    }
}
