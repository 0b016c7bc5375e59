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

/** Asks the service as any client does: by GraphQL over HTTP. */
public final class GraphQLClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** They keep connections, and cost a fraction of what RestAssured does: some tests ask a thousand times. */
    private static final Map<URI, Client> CLIENTS = new ConcurrentHashMap<>();

    private GraphQLClient() {}

    /** Sends a document without variables. */
    public static ValidatableResponse ask(String query) {
        return ask(query, Map.of());
    }

    /** Sends a document with the values of its variables. The answer says what it cost in {@code extensions.cost}. */
    public static ValidatableResponse ask(String query, Map<String, ?> variables) {
        return send(body(query, variables));
    }

    private static Map<String, ?> body(String query, Map<String, ?> variables) {
        return Map.of("query", query, "variables", variables, "extensions", Map.of("cost", true));
    }

    /** Sends the body of a request. */
    public static ValidatableResponse send(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .accept("application/graphql-response+json")
                .body(body)
                .when()
                .post("/graphql")
                .then();
    }

    /** The whole answer to a document. */
    public static JsonNode answer(String query, Map<String, ?> variables) {
        URI endpoint = URI.create(RestAssured.baseURI + ':' + RestAssured.port + "/graphql");
        return json(CLIENTS.computeIfAbsent(endpoint, Client::new)
                .post(text(body(query, variables)), "accept", Client.GRAPHQL_RESPONSE)
                .response()
                .body());
    }

    /** What a document asks for, without any error. */
    public static JsonNode data(String query, Map<String, ?> variables) {
        JsonNode answer = answer(query, variables);
        assertTrue(answer.path("errors").isMissingNode(), () -> query + '\n' + answer.toPrettyString());
        return answer.get("data");
    }

    /** What a document without variables asks for, without any error. */
    public static JsonNode data(String query) {
        return data(query, Map.of());
    }

    /** The code of the first error in the answer to a document. */
    public static String errorCode(String query, Map<String, ?> variables) {
        JsonNode answer = answer(query, variables);
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

    /** Reads JSON, in which names need no quotes, and texts may have single ones. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
