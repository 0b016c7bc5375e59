package dev.rangefinder.serving;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import graphql.language.OperationDefinition.Operation;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one GraphQL request: GraphQL over HTTP, sections "GET" and "JSON Encoding". Unknown properties are
 * ignored, as the specification requires.
 */
public final class RequestReader {

    /** The names of a document's id in the draft of persisted documents, and in Relay's servers. */
    private static final List<String> ID_PARAMETERS = List.of("documentId", "id", "doc_id");

    private final PersistedDocuments documents;
    private @Nullable String query;
    private @Nullable String id;
    private @Nullable String operationName;
    private Map<String, Object> variables = Map.of();
    private Map<String, Object> extensions = Map.of();

    private RequestReader(PersistedDocuments documents) {
        this.documents = documents;
    }

    /** Reads a request from the query string of a URL. It may be a subscription if the client accepts events. */
    public static Request ofGet(@Nullable String queryString, ResponseVariant variant, PersistedDocuments documents) {
        Map<String, String> parameters = QueryString.read(queryString);
        RequestReader reader = new RequestReader(documents);
        reader.query = parameters.get("query");
        reader.id = ID_PARAMETERS.stream()
                .map(parameters::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        reader.operationName = parameters.get("operationName");
        reader.variables = map("variables", parameters.get("variables"));
        reader.extensions = map("extensions", parameters.get("extensions"));
        return reader.toRequest(PermittedOperations.byGet(variant));
    }

    private static Map<String, Object> map(String name, @Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        return Json.read(CharBuffer.wrap(json.toCharArray()), '`' + name + '`', parser -> map(name, parser));
    }

    /** Reads a request from the body of a POST. It may be a subscription if the client accepts events. */
    public static Request ofPost(byte[] body, ResponseVariant variant, PersistedDocuments documents) {
        return Json.read(
                Utf8.decode(body, "The body"),
                "The body",
                json -> ofBody(json, documents).toRequest(PermittedOperations.byPost(variant)));
    }

    /**
     * Reads a request from the payload of a WebSocket message, which may be an operation of any type.
     *
     * @throws InputException when the payload is not a request, or its document is not found
     */
    public static Request ofMessage(CharBuffer payload, PersistedDocuments documents) {
        return Json.read(payload, "The payload", json -> {
            RequestReader reader = ofBody(json, documents);
            // Clients must send a text, even if they identify the document by its id or hash.
            if ("".equals(reader.query) && (reader.id != null || !reader.extensions.isEmpty())) {
                reader.query = null;
            }
            return reader.toRequest(PermittedOperations.ALL);
        });
    }

    private static RequestReader ofBody(JsonParser json, PersistedDocuments documents) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST,
                    "The body is an array. Batches are not supported: send each request separately.");
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new InputException(ErrorCode.BAD_REQUEST, "The body must be a JSON object.");
        }
        RequestReader reader = new RequestReader(documents);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            reader.readProperty(name, json);
        }
        return reader;
    }

    private void readProperty(String name, JsonParser json) throws IOException {
        switch (name) {
            case "query" -> query = text(name, json);
            case "documentId", "id", "doc_id" -> readId(json);
            case "operationName" -> operationName = text(name, json);
            case "variables" -> variables = map(name, json);
            case "extensions" -> extensions = map(name, json);
            default -> json.skipChildren();
        }
    }

    /** An id that is not a string has another meaning, and is ignored like any unknown property. */
    private void readId(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            id = json.getText();
        } else {
            json.skipChildren();
        }
    }

    private static @Nullable String text(String name, JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> Utf8.checked(json.getText());
            case VALUE_NULL -> null;
            default -> throw new InputException(ErrorCode.BAD_REQUEST, '`' + name + "` must be a string.");
        };
    }

    @SuppressWarnings("unchecked") // the value of an object is a map
    private static Map<String, Object> map(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new InputException(ErrorCode.BAD_REQUEST, '`' + name + "` must be a JSON object.");
        }
        return (Map<String, Object>) Json.value(json);
    }

    private Request toRequest(Set<Operation> permitted) {
        return new Request(documents.find(query, id, extensions), operationName, variables, extensions, permitted);
    }
}
