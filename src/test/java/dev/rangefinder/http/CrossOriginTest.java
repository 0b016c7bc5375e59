package dev.rangefinder.http;

import static dev.rangefinder.http.Client.TYPE_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The allowed origins are that of the page for front-end developers, and http://localhost with any port. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
class CrossOriginTest {

    private static final String ALLOWED = "https://app.example";
    private static final String ALLOW_ORIGIN = "access-control-allow-origin";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {ALLOWED, "http://localhost", "http://localhost:5173", "http://localhost:65535"})
    void configuredOriginIsAllowed(String origin) {
        Reply preflight = preflight(origin, "content-type, authorization, x-any");
        Reply answer = client.post(TYPE_NAME, "origin", origin);

        assertEquals(204, preflight.status());
        assertEquals(origin, preflight.header(ALLOW_ORIGIN));
        assertEquals("GET, POST", preflight.header("access-control-allow-methods"));
        assertEquals("content-type, authorization, x-any", preflight.header("access-control-allow-headers"));
        assertEquals("7200", preflight.header("access-control-max-age"));
        assertEquals(200, answer.status());
        assertEquals(origin, answer.header(ALLOW_ORIGIN));
    }

    @Test
    void headersOfAnswersAreExposed() {
        assertEquals(
                Set.of("ETag", "Catalogue-Revision", "X-Request-Id", "Retry-After"),
                Set.of(client.post(TYPE_NAME, "origin", ALLOWED)
                        .header("access-control-expose-headers")
                        .split(", ")));
    }

    @Test
    void errorsAreReadableByAnAllowedOrigin() {
        for (Reply reply : new Reply[] {
            client.post("{", "origin", ALLOWED),
            client.send("POST", BodyPublishers.ofString(TYPE_NAME), "origin", ALLOWED),
            client.send("PUT", BodyPublishers.noBody(), "origin", ALLOWED),
            client.get("query=%7Bnonsense", "origin", ALLOWED, "accept", "text/html")
        }) {
            assertTrue(reply.status() >= 400, () -> "status " + reply.status());
            assertEquals(ALLOWED, reply.header(ALLOW_ORIGIN), () -> "status " + reply.status());
        }
    }

    @Test
    void status304IsReadableByAnAllowedOrigin() {
        Reply reply = client.post(TYPE_NAME, "origin", ALLOWED, "if-none-match", "*");

        assertEquals(304, reply.status());
        assertEquals(ALLOWED, reply.header(ALLOW_ORIGIN));
    }

    @Test
    @Tag(NodeProject.TAG)
    void browserShowsPagesTheExposedHeaders(@TempDir Path directory) throws Exception {
        FrontEndsPage.write(directory, endpoint);
        String script = directory.resolve("revision.js").toString();
        String[] origins = {ALLOWED, "http://localhost:5173", "https://other.example"};
        JsonPath seen = Browser.run(
                "cross-origin.mjs",
                "A page of another origin",
                endpoint.toString(),
                script,
                origins[0],
                origins[1],
                origins[2]);

        for (String origin : List.of(origins[0], origins[1])) {
            Map<String, Object> read = seen.getMap("'" + origin + "'");
            assertEquals(Set.of("revision", "atLeast", "tag", "request"), read.keySet());
            assertFalse(read.containsValue(null), read::toString);
        }
        assertEquals("Failed to fetch", seen.getString("'" + origins[2] + "'"));
    }

    @Test
    void credentialsAreNotAllowed() {
        assertEquals("", preflight(ALLOWED, "content-type").header("access-control-allow-credentials"));
        assertEquals("", client.post(TYPE_NAME, "origin", ALLOWED).header("access-control-allow-credentials"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example.other.example",
                "https://other.app.example",
                "https://app.example, https://other.example",
                "https://localhost",
                "http://localhost.other.example",
                "http://localhost:1.other.example",
                "http://localhost:",
                "null"
            })
    void otherOriginIsNotAllowed(String origin) {
        Reply preflight = preflight(origin, "content-type");
        Reply answer = client.post(TYPE_NAME, "origin", origin);

        assertEquals(403, preflight.status());
        assertEquals("ORIGIN_NOT_ALLOWED", preflight.code());
        assertEquals("", preflight.header(ALLOW_ORIGIN));
        assertEquals("", answer.header(ALLOW_ORIGIN));
    }

    /** Otherwise a cache would serve the answer for one origin to another. */
    @ParameterizedTest
    @ValueSource(strings = {ALLOWED, "https://other.example"})
    void answersVaryByOrigin(String origin) {
        assertTrue(client.post(TYPE_NAME, "origin", origin).header("vary").contains("origin"));
        assertTrue(client.post(TYPE_NAME).header("vary").contains("origin"));
    }

    @Test
    void optionsRequestIsNotAPreflight() {
        assertEquals(
                204,
                client.send("OPTIONS", BodyPublishers.noBody(), "origin", ALLOWED)
                        .status());
    }

    private Reply preflight(String origin, String headers) {
        return client.send(
                "OPTIONS",
                BodyPublishers.noBody(),
                "origin",
                origin,
                "access-control-request-method",
                "POST",
                "access-control-request-headers",
                headers);
    }
}
