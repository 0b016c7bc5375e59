package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.http.NodeProject;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client of graphql-ws, the reference for the GraphQL over WebSocket Protocol. Needs Node.js. */
@QuarkusTest
@Tag(NodeProject.TAG)
@Timeout(240)
class GraphqlWsTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void graphqlWsClientIsSupported() throws Exception {
        String slug = new CatalogueData().brand("graphql-ws").save().name();
        NodeProject.prepare();
        Map<String, Object> report = JsonPath.from(
                        NodeProject.node("websocket.mjs", endpoint.toString().replaceFirst("http", "ws"), slug))
                .getMap("$");

        assertEquals(
                Map.of(
                        "answer",
                        Map.of("data", Map.of("brand", Map.of("slug", slug))),
                        "manyAtOnce",
                        8,
                        "invalid",
                        "GRAPHQL_VALIDATION_FAILED",
                        "failed",
                        "INVALID_ID",
                        "subscription",
                        "GRAPHQL_VALIDATION_FAILED",
                        "persisted",
                        "PERSISTED_QUERY_NOT_FOUND then Query",
                        "cancelled",
                        "completed without a result",
                        "ping",
                        Map.of("sent", "by the client"),
                        "sockets",
                        1,
                        "tooLarge",
                        1009),
                report);
    }
}
