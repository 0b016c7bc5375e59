package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import graphql.language.OperationDefinition.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for: the parameters of a GraphQL-over-HTTP request.
 *
 * @param document the document
 * @param operationName which of its operations to run; null when it has only one
 * @param variables the values of its variables, as JSON
 * @param extensions what goes beyond the specification, as JSON
 * @param permitted the kinds of operation that the way the request came serves
 */
public record Request(
        RequestedDocument document,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions,
        Set<Operation> permitted) {

    private static final String REVISION = "revision";
    private static final String AT_LEAST = "atLeast";

    /** A request without extensions, for an operation of any kind. */
    public Request(String query, @Nullable String operationName, Map<String, Object> variables) {
        this(new RequestedDocument(query, null), operationName, variables, Map.of(), Set.of(Operation.values()));
    }

    /** The text of the document. */
    public String query() {
        return document.text();
    }

    /** Whether the answer says what it cost: the extension {@code cost} is true. */
    public boolean asksForCost() {
        return Boolean.TRUE.equals(extensions.get("cost"));
    }

    /**
     * The revision that the answer must not be older than: {@code atLeast} in the extension {@code revision}, or 0.
     *
     * @throws InputException when that is no revision
     */
    public long atLeast() {
        if (!extensions.containsKey(REVISION)) {
            return 0;
        }
        if (extensions.get(REVISION) instanceof Map<?, ?> revision
                && (revision.get(AT_LEAST) instanceof Integer || revision.get(AT_LEAST) instanceof Long)
                && ((Number) revision.get(AT_LEAST)).longValue() >= 0) {
            return ((Number) revision.get(AT_LEAST)).longValue();
        }
        throw new InputException(
                ErrorCode.BAD_REQUEST, "The extension `revision` must have a whole number in `atLeast`, 0 or greater.");
    }

    /** The same request, whose answer must not be older than a revision either. */
    public Request atLeast(long revision) {
        if (revision <= atLeast()) {
            return this;
        }
        Map<String, Object> more = new HashMap<>(extensions);
        more.put(REVISION, Map.of(AT_LEAST, revision));
        return new Request(document, operationName, variables, more, permitted);
    }
}
