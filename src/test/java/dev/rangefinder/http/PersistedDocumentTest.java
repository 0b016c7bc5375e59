package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Automatic persisted queries: clients send the hash of a document, and the document only if the hash is unknown. */
@QuarkusTest
class PersistedDocumentTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final String document = "query Q" + UUID.randomUUID().toString().replace("-", "") + " { __typename }";
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    static String hash(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String extensions(String hash) {
        return "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
    }

    private Reply postHash(String... headers) throws Exception {
        return client.post("{\"extensions\":" + extensions(hash(document)) + "}", headers);
    }

    private Reply post(String text, String hash) {
        return client.post("{\"query\":\"" + text + "\",\"extensions\":" + extensions(hash) + "}");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertNotFound(Reply reply) {
        assertEquals(200, reply.status());
        assertEquals("PersistedQueryNotFound", reply.message());
        assertEquals("PERSISTED_QUERY_NOT_FOUND", reply.code());
        assertEquals("private, no-store", reply.header("cache-control"));
    }

    @Test
    void unknownHashIsNotFound() throws Exception {
        assertNotFound(postHash());
        assertNotFound(postHash("accept", GRAPHQL_RESPONSE));
    }

    @Test
    void documentSentWithItsHashIsFoundByTheHash() throws Exception {
        assertEquals(200, post(document, hash(document)).status());

        assertEquals("Query", postHash().json().getString("data.__typename"));
    }

    @Test
    void hashesAreAcceptedByGet() throws Exception {
        String extensions = "extensions=" + encode(extensions(hash(document)));
        assertNotFound(client.get(extensions));
        client.get("query=" + encode(document) + "&" + extensions);

        Reply reply = client.get(extensions);
        assertEquals("Query", reply.json().getString("data.__typename"));
        assertEquals(
                304,
                client.get(extensions, "if-none-match", reply.header("etag")).status());
    }

    @Test
    void hashOfAnotherDocumentIsRejected() throws Exception {
        Reply reply = post("{ brands { totalCount } }", hash(document));

        assertEquals(400, reply.status());
        assertEquals("provided sha does not match query", reply.message());
        assertNotFound(postHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{nonsense}", "{"})
    void invalidDocumentIsNotStored(String wrong) throws Exception {
        post(wrong, hash(wrong));

        assertNotFound(client.post("{\"extensions\":" + extensions(hash(wrong)) + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"persistedQuery\":{\"version\":2,\"sha256Hash\":\"a\"}}",
                "{\"persistedQuery\":{\"sha256Hash\":\"a\"}}",
                "{\"persistedQuery\":{\"version\":1}}",
                "{\"persistedQuery\":7}"
            })
    void malformedExtensionIsRejected(String extensions) {
        Reply reply = client.post("{\"extensions\":" + extensions + "}");

        assertEquals(400, reply.status());
        assertEquals("BAD_REQUEST", reply.code());
    }

    @Test
    void unknownDocumentIdIsRejected() {
        assertEquals(
                "DOCUMENT_NOT_FOUND", client.post("{\"documentId\":\"none\"}").code());
    }
}
