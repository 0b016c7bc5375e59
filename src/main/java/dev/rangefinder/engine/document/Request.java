package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Caller;
import graphql.language.OperationDefinition.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a GraphQL request.
 *
 * @param operationName the operation to run; null when the document has only one
 * @param variables the values of its variables, as JSON
 * @param extensions the extensions, as JSON
 * @param permitted the types of operations that the transport of the request supports
 * @param caller who sends it
 */
public record Request(
        RequestedDocument document,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions,
        Set<Operation> permitted,
        Caller caller) {

    private static final String REVISION = "revision";
    private static final String AT_LEAST = "atLeast";
    private static final String LAST_EVENT_ID = "lastEventId";
    private static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** Printable ASCII, like the value of a header. */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    /** Creates a request of an anonymous caller, without extensions, that permits all types of operations. */
    public Request(String query, @Nullable String operationName, Map<String, Object> variables) {
        this(new RequestedDocument(query, null), operationName, variables, Map.of(), Set.of(Operation.values()));
    }

    /** Creates a request of an anonymous caller. */
    public Request(
            RequestedDocument document,
            @Nullable String operationName,
            Map<String, Object> variables,
            Map<String, Object> extensions,
            Set<Operation> permitted) {
        this(document, operationName, variables, extensions, permitted, Caller.ANONYMOUS);
    }

    /** The text of the document. */
    public String query() {
        return document.text();
    }

    /** Whether the answer should include the cost: the extension {@code cost} is true. */
    public boolean requestsCost() {
        return Boolean.TRUE.equals(extensions.get("cost"));
    }

    /**
     * The minimum revision of an answer about the present: {@code atLeast} in the extension {@code revision}, or 0.
     *
     * @throws InputException when the value is invalid
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

    /** Returns this request with a minimum revision that is at least as high. */
    public Request atLeast(long revision) {
        if (revision <= atLeast()) {
            return this;
        }
        return withExtension(REVISION, Map.of(AT_LEAST, revision));
    }

    /**
     * The idempotency key of its mutations: the extension {@code idempotencyKey}; null when it has none.
     *
     * @throws InputException when the value is invalid
     */
    public @Nullable String idempotencyKey() {
        Object key = extensions.get(IDEMPOTENCY_KEY);
        if (key == null || key instanceof String text && KEY.matcher(text).matches()) {
            return (String) key;
        }
        throw new InputException(
                ErrorCode.BAD_REQUEST,
                "An idempotency key must have 1 to 255 characters of printable ASCII, without spaces.");
    }

    /**
     * Returns this request with an idempotency key.
     *
     * @param key null for none
     * @throws InputException when the request has another key already
     */
    public Request withIdempotencyKey(@Nullable String key) {
        if (key == null) {
            return this;
        }
        Object other = extensions.get(IDEMPOTENCY_KEY);
        if (other != null && !other.equals(key)) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST, "The header and the extension must have the same idempotency key.");
        }
        return withExtension(IDEMPOTENCY_KEY, key);
    }

    /** The cursor of the last event that the client has received: the extension {@code lastEventId}; null when it has none. */
    public @Nullable String lastEventId() {
        return extensions.get(LAST_EVENT_ID) instanceof String cursor ? cursor : null;
    }

    /** Returns this request with the cursor of the last event that its client has received; null for none. */
    public Request after(@Nullable String lastEventId) {
        return lastEventId == null ? this : withExtension(LAST_EVENT_ID, lastEventId);
    }

    private Request withExtension(String name, Object value) {
        Map<String, Object> extended = new HashMap<>(extensions);
        extended.put(name, value);
        return new Request(document, operationName, variables, extended, permitted, caller);
    }

    /** Returns this request with its document, so that it is not prepared again. */
    public Request prepared(@Nullable PreparedDocument known) {
        RequestedDocument with = new RequestedDocument(document.text(), known);
        return new Request(with, operationName, variables, extensions, permitted, caller);
    }

    /** Returns this request as sent by a caller. */
    public Request by(Caller sender) {
        return new Request(document, operationName, variables, extensions, permitted, sender);
    }
}
