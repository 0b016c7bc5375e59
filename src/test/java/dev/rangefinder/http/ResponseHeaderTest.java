package dev.rangefinder.http;

import static dev.rangefinder.http.Client.TYPE_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResponseHeaderTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void answersForbidSniffingAndRequireRevalidation() {
        Reply reply = client.post(TYPE_NAME);

        assertEquals("nosniff", reply.header("x-content-type-options"));
        assertEquals("private, no-cache", reply.header("cache-control"));
    }

    @Test
    void answersForbidFramingAndReferrers() {
        for (Reply reply : List.of(client.post(TYPE_NAME), client.post("{"))) {
            assertEquals("DENY", reply.header("x-frame-options"));
            assertEquals("no-referrer", reply.header("referrer-policy"));
        }
    }

    @Test
    void otherOriginsAreNotAllowedByDefault() {
        Reply reply = client.post(TYPE_NAME, "origin", "https://app.example");
        Reply preflight = client.send(
                "OPTIONS",
                BodyPublishers.noBody(),
                "origin",
                "https://app.example",
                "access-control-request-method",
                "POST");

        assertEquals("", reply.header("access-control-allow-origin"));
        assertEquals("", preflight.header("access-control-allow-origin"));
        assertEquals(403, preflight.status());
        assertEquals("ORIGIN_NOT_ALLOWED", preflight.code());
    }

    @Test
    void requestIdIsReturned() {
        assertEquals(
                "a1-B2.c_3", client.post(TYPE_NAME, "x-request-id", "a1-B2.c_3").header("x-request-id"));
    }

    @Test
    void requestIdIsReturnedWithAnError() {
        assertEquals("a1", client.post("{", "x-request-id", "a1").header("x-request-id"));
    }

    @Test
    void requestWithoutAnIdGetsAUniqueOne() {
        String first = client.post(TYPE_NAME).header("x-request-id");
        String second = client.post(TYPE_NAME).header("x-request-id");

        assertTrue(first.matches("[0-9a-f]{32}"), first);
        assertNotEquals(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "\u00e9"})
    void unsafeRequestIdIsReplaced(String id) {
        assertTrue(client.post(TYPE_NAME, "x-request-id", id)
                .header("x-request-id")
                .matches("[0-9a-f]{32}"));
    }

    @Test
    void tooLongRequestIdIsReplaced() {
        assertTrue(client.post(TYPE_NAME, "x-request-id", "a".repeat(2_000))
                        .header("x-request-id")
                        .length()
                <= 32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void answersAreCompressedForClientsThatAcceptGzip(String accept) throws Exception {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(endpoint + "?query=%7B__typename%7D").toURL().openConnection();
        connection.setRequestProperty("accept-encoding", "gzip");
        connection.setRequestProperty("accept", accept);

        assertEquals("gzip", connection.getHeaderField("content-encoding"));
        assertTrue(connection.getHeaderField("vary").contains("accept-encoding"));
        try (InputStream body = new GZIPInputStream(connection.getInputStream())) {
            assertEquals(
                    "{\"data\":{\"__typename\":\"Query\"}}", new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Cacheable answers and others, by both versions of HTTP. */
    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, ''",
        "HTTP_2, ''",
        "HTTP_1_1, &extensions=%7B%22cost%22:true%7D",
        "HTTP_2, &extensions=%7B%22cost%22:true%7D"
    })
    void answersAreCompressedOnce(HttpClient.Version version, String extensions) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(version).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "?query=%7B__typename%7D" + extensions))
                .header("accept-encoding", "gzip")
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());

        assertEquals(version, response.version());
        assertEquals(List.of("gzip"), response.headers().allValues("content-encoding"));
        try (InputStream body = new GZIPInputStream(response.body())) {
            assertTrue(
                    new String(body.readAllBytes(), StandardCharsets.UTF_8).startsWith("{\"data\":{\"__typename\":"));
        }
    }

    @Test
    void answersAreNotCompressedByDefault() {
        assertEquals("", client.post(TYPE_NAME).header("content-encoding"));
    }
}
