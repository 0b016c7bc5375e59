package dev.rangefinder;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rangefinder.http.Client;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Sends requests to the service as any client does: GraphQL over HTTP. */
public final class GraphQLClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** They reuse connections and are much cheaper than RestAssured: some tests send a thousand requests. */
    private static final Map<URI, Client> CLIENTS = new ConcurrentHashMap<>();

    private GraphQLClient() {}

    /** Sends a document that has no variables. */
    public static ValidatableResponse query(String query) {
        return query(query, Map.of());
    }

    /** Sends a document with the values of its variables. The answer reports its cost in {@code extensions.cost}. */
    public static ValidatableResponse query(String query, Map<String, ?> variables) {
        return send(body(query, variables));
    }

    private static Map<String, ?> body(String query, Map<String, ?> variables) {
        return Map.of("query", query, "variables", variables, "extensions", Map.of("cost", true));
    }

    /** Sends a request with this body. */
    public static ValidatableResponse send(Map<String, ?> body) {
        return send(body, Map.of());
    }

    /** Sends a request with this body and these headers. */
    public static ValidatableResponse send(Map<String, ?> body, Map<String, ?> headers) {
        return given().contentType(ContentType.JSON)
                .headers(headers)
                .accept("application/graphql-response+json")
                .body(body)
                .when()
                .post("/graphql")
                .then();
    }

    /** The whole answer to a document that is sent with these headers: names and values in turn. */
    public static JsonNode answer(String query, Map<String, ?> variables, String... headers) {
        URI endpoint = URI.create(RestAssured.baseURI + ':' + RestAssured.port + "/graphql");
        return json(CLIENTS.computeIfAbsent(endpoint, Client::new)
                .post(
                        text(body(query, variables)),
                        Stream.concat(Stream.of("accept", Client.GRAPHQL_RESPONSE), Stream.of(headers))
                                .toArray(String[]::new))
                .response()
                .body());
    }

    /** The data that a document selects. The answer must have no errors. */
    public static JsonNode data(String query, Map<String, ?> variables) {
        return data(query, answer(query, variables));
    }

    /** The data in the answer to a document. The answer must have no errors. */
    public static JsonNode data(String query, JsonNode answer) {
        assertTrue(answer.path("errors").isMissingNode(), () -> query + '\n' + answer.toPrettyString());
        return answer.get("data");
    }

    /** The data that a document without variables selects. The answer must have no errors. */
    public static JsonNode data(String query) {
        return data(query, Map.of());
    }

    /** The code of the first error in the answer to a document. */
    public static String errorCode(String query, Map<String, ?> variables) {
        return errorCode(query, answer(query, variables));
    }

    /** The code of the first error in the answer to a document. */
    public static String errorCode(String query, JsonNode answer) {
        assertTrue(answer.has("errors"), () -> query + '\n' + answer.toPrettyString());
        return answer.at("/errors/0/extensions/code").asText();
    }

    /** The code of the first error in the answer to a document without variables. */
    public static String errorCode(String query) {
        return errorCode(query, Map.of());
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body.toString(), e);
        }
    }

    /** Parses JSON with unquoted names and single-quoted strings. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
