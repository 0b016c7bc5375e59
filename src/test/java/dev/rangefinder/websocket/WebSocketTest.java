package dev.rangefinder.websocket;

import static dev.rangefinder.websocket.RawSocket.BINARY;
import static dev.rangefinder.websocket.RawSocket.CONTINUATION;
import static dev.rangefinder.websocket.RawSocket.FINAL;
import static dev.rangefinder.websocket.RawSocket.PING;
import static dev.rangefinder.websocket.RawSocket.PONG;
import static dev.rangefinder.websocket.RawSocket.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.LockedTable;
import dev.rangefinder.StoredRow;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GraphQL over WebSocket Protocol, frame by frame. */
@QuarkusTest
@Timeout(60)
class WebSocketTest {

    private static final String INIT = "{\"type\":\"connection_init\"}";
    private static final String TYPE_NAME = "{query: '{__typename}'}";
    private static final String BRAND =
            "{query: 'query B($slug: String!) {brand(slug: $slug) {name}} query C {a: __typename}',"
                    + " operationName: 'B', variables: {slug: '%s'}}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    /** A unique query, whose answer is not cached. */
    private final String brands = "{query: '{brands {totalCount}} # " + data.unique("brands") + "'}";

    private static void assertAnswered(RawSocket socket, String id) throws IOException {
        JsonNode next = socket.json();
        assertEquals("next", next.at("/type").asText(), next::toPrettyString);
        assertEquals(id, next.at("/id").asText());
        assertEquals("Query", next.at("/payload/data/__typename").asText());
        assertEquals("{\"id\":\"" + id + "\",\"type\":\"complete\"}", socket.message());
    }

    private void assertClosed(int code, String... messages) throws IOException {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            for (String message : messages) {
                socket.send(message);
            }
            assertEquals(code, socket.closeCode());
        }
    }

    // Operations

    @Test
    void queryIsAnsweredAndCompleted() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            assertAnswered(socket.subscribe("1", TYPE_NAME), "1");
            assertAnswered(socket.subscribe("1", TYPE_NAME), "1");
        }
    }

    @Test
    void answerIsReturnedUnderItsOperationId() throws Exception {
        String slug = data.brand("socket").with("name", "Ŵ😀").save().name();
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            assertEquals(
                    GraphQLClient.json("{id: 'Ω', type: 'next', payload: {data: {brand: {name: 'Ŵ😀'}}}}"),
                    socket.subscribe("Ω", BRAND.formatted(slug)).json());
        }
    }

    @Test
    void executionErrorIsPartOfTheAnswer() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.subscribe("1", "{query: '{node(id: \"nonsense\") {id}}'}".replace("\"", "\\\""));
            JsonNode next = socket.json();

            assertEquals("next", next.at("/type").asText(), next::toPrettyString);
            assertEquals(
                    "INVALID_ID", next.at("/payload/errors/0/extensions/code").asText());
            assertTrue(next.get("payload").has("data"));
            assertEquals("complete", socket.json().at("/type").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{ brands( }, GRAPHQL_PARSE_FAILED",
        "{ colour }, GRAPHQL_VALIDATION_FAILED",
        "query A { __typename } query B { __typename }, OPERATION_RESOLUTION_FAILURE",
        "{ brands(first: 100) { nodes { devices(first: 100) { nodes { launches(first: 100) { nodes { market {"
                + " launches(first: 100) { nodes { id }}}}}}}}}}, DOCUMENT_TOO_COMPLEX"
    })
    void requestErrorEndsTheOperation(String document, String code) throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            JsonNode error =
                    socket.subscribe("1", "{query: '" + document + "'}").json();

            assertEquals("error", error.at("/type").asText(), error::toPrettyString);
            assertEquals("1", error.at("/id").asText());
            assertEquals(code, error.at("/payload/0/extensions/code").asText());
            assertFalse(error.at("/payload/0/message").asText().isBlank());
            assertAnswered(socket.subscribe("2", TYPE_NAME), "2");
        }
    }

    @Test
    void unknownSubscriptionIsRejected() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            JsonNode error =
                    socket.subscribe("1", "{query: 'subscription { changed }'}").json();

            assertEquals("error", error.at("/type").asText(), error::toPrettyString);
            assertEquals(
                    "GRAPHQL_VALIDATION_FAILED",
                    error.at("/payload/0/extensions/code").asText());
        }
    }

    @Test
    void costIsReturnedOnRequest() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.subscribe("1", "{query: '{brands {totalCount}}', extensions: {cost: true}}");

            assertTrue(socket.json().at("/payload/extensions/cost/statements").asInt() > 0);
        }
    }

    @Test
    void persistedDocumentIsFoundByItsHash() throws Exception {
        String document = "query " + data.unique("Q").replace('-', '_') + " { __typename }";
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        String extensions = "extensions: {persistedQuery: {version: 1, sha256Hash: '" + hash + "'}}";
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            JsonNode error = socket.subscribe("1", "{" + extensions + "}").json();
            assertEquals(
                    "PERSISTED_QUERY_NOT_FOUND",
                    error.at("/payload/0/extensions/code").asText());
            assertEquals(
                    "PersistedQueryNotFound", error.at("/payload/0/message").asText());

            assertAnswered(socket.subscribe("2", "{query: '" + document + "', " + extensions + "}"), "2");
            assertAnswered(socket.subscribe("3", "{" + extensions + "}"), "3");
        }
    }

    @Test
    void answerOfManyFramesIsComplete() throws Exception {
        String name = "Ω".repeat(30_000) + "😀".repeat(30_000);
        String slug = data.brand("long").with("name", name).save().name();
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.subscribe("1", BRAND.formatted(slug));
            JsonNode next = socket.json();

            assertEquals(name, next.at("/payload/data/brand/name").asText(), next::toPrettyString);
        }
    }

    // Cached answers

    private static String nameIn(RawSocket socket, String slug) throws IOException {
        JsonNode next = socket.subscribe("1", BRAND.formatted(slug)).json();
        assertEquals("{\"id\":\"1\",\"type\":\"complete\"}", socket.message());
        return next.at("/payload/data/brand/name").asText();
    }

    @Test
    void repeatedOperationIsAnsweredFromTheCache() throws Exception {
        String slug = data.brand("again").with("name", "Ŵ😀").save().name();
        try (RawSocket socket = RawSocket.initialised(endpoint);
                RawSocket other = RawSocket.initialised(endpoint)) {
            assertEquals("Ŵ😀", nameIn(socket, slug));
            try (LockedTable lock = new LockedTable("brand")) {
                assertEquals("Ŵ😀", nameIn(socket, slug));
                assertEquals("Ŵ😀", nameIn(other, slug));
                lock.awaitWaiting(0);
            }
        }
    }

    @Test
    void answerCachedByHttpIsReused() throws Exception {
        String slug = data.brand("before").save().name();
        String body = GraphQLClient.json(BRAND.formatted(slug)).toString();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        try (LockedTable lock = new LockedTable("brand");
                RawSocket socket = RawSocket.initialised(endpoint)) {
            assertEquals("before", nameIn(socket, slug));
            lock.awaitWaiting(0);
        }
    }

    @Test
    void changeIsVisibleToTheNextOperation() throws Exception {
        StoredRow brand = data.brand("changed").save();
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            for (int i = 0; i < 20; i++) {
                data.rename(brand, "name " + i);
                assertEquals("name " + i, nameIn(socket, brand.name()));
                assertEquals("name " + i, nameIn(socket, brand.name()));
            }
        }
    }

    @Test
    void eachOperationOfADocumentHasItsOwnAnswer() throws Exception {
        String both = "{query: 'query A {a: __typename} query B {b: __typename}', operationName: '%s'}";
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            for (String name : new String[] {"A", "B", "A", "B"}) {
                JsonNode next = socket.subscribe("1", both.formatted(name)).json();
                assertEquals(
                        "Query",
                        next.at("/payload/data/" + name.toLowerCase(Locale.ROOT))
                                .asText());
                assertEquals("complete", socket.json().at("/type").asText());
            }
        }
    }

    @Test
    void mutationIsExecutedOnceAndItsPayloadFollows() throws Exception {
        String key = "W" + System.nanoTime();
        String mutation =
                "mutation {citeDocument(input: {key: \\\"" + key + "\\\"}) {citation {key} errors {__typename}}}";
        String token = IdentityResource.token().with(Role.EDITOR).header();
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            socket.send("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"" + token + "\"}}");
            assertEquals("connection_ack", socket.json().at("/type").asText());
            socket.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + mutation + "\"}}");
            JsonNode next = socket.json();
            assertEquals(key, next.at("/payload/data/citeDocument/citation/key").asText(), next::toPrettyString);
            assertEquals("complete", socket.json().at("/type").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"query":"{__typename}","operationName":""}                                              | OPERATION_RESOLUTION_FAILURE
            {"query":"query A {__typename}","operationName":""}                                      | OPERATION_RESOLUTION_FAILURE
            {"query":"query($n: Int) {brands(first: $n) {totalCount}}","variables":{"n":1e5000000}}   | NUMBER_TOO_LARGE
            {"query":"query($n: ID!) {node(id: $n) {id}}","variables":{"n":1e99999999999}}           | NUMBER_TOO_LARGE
            {"query":"{__typename}","extensions":{"a":1e99999999999}}                                | NUMBER_TOO_LARGE
            {"query":"{brands(first: 1e99999999999) {totalCount}}"}                                  | NUMBER_TOO_LARGE
            {"query":"subscription {a @skip(if: true)}"}                                             | GRAPHQL_VALIDATION_FAILED
            {"query":"mutation {a}"}                                                                 | GRAPHQL_VALIDATION_FAILED
            """)
    void invalidOperationIsAnError(String payload, String code) throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + payload + "}");
            JsonNode error = socket.json();
            assertEquals("error", error.at("/type").asText(), error::toPrettyString);
            assertEquals(code, error.at("/payload/0/extensions/code").asText());

            assertAnswered(socket.subscribe("1", TYPE_NAME), "1");
        }
    }

    // Cancellation

    @Test
    void completedOperationIsCancelledSilently() throws Exception {
        try (LockedTable lock = new LockedTable("brand");
                RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.subscribe("1", brands);
            lock.awaitWaiting(1);
            socket.send("{\"id\":\"1\",\"type\":\"complete\"}");
            lock.awaitWaiting(0);

            assertAnswered(socket.subscribe("1", TYPE_NAME), "1");
        }
    }

    @Test
    void operationsOfADisconnectedClientAreCancelled() throws Exception {
        try (LockedTable lock = new LockedTable("brand")) {
            try (RawSocket socket = RawSocket.initialised(endpoint)) {
                socket.subscribe("1", brands).subscribe("2", brands);
                lock.awaitWaiting(2);
            }
            lock.awaitWaiting(0);
        }
    }

    @Test
    void operationsOfAClosedSocketAreCancelled() throws Exception {
        try (LockedTable lock = new LockedTable("brand");
                RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.subscribe("1", brands);
            lock.awaitWaiting(1);
            socket.send("nonsense");
            lock.awaitWaiting(0);

            assertEquals(4400, socket.closeCode());
        }
    }

    @Test
    void completionOfAnUnknownOperationIsIgnored() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.send("{\"id\":\"none\",\"type\":\"complete\"}").send("{\"type\":\"pong\"}");

            assertAnswered(socket.subscribe("1", TYPE_NAME), "1");
        }
    }

    // Violations

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"type\":\"start\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_ack\"}",
                "{\"type\":\"connection_init\",\"payload\":1}",
                "{\"type\":\"connection_init\",\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"payload\":[]}",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"complete\",\"id\":\"\"}",
                "{\"type\":\"complete\",\"id\":1}",
                "{\"type\":\"complete\",\"id\":\"\\ud800\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{__typename}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":null}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":\"{__typename}\"}"
            })
    void invalidMessageClosesTheSocket(String message) throws Exception {
        assertClosed(4400, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"query\":7}",
                "{\"query\":null}",
                "{\"query\":\"{__typename}\",\"variables\":[]}",
                "{\"query\":\"{__typename}\",\"operationName\":{}}",
                "{\"query\":\"{__typename}\",\"extensions\":1}"
            })
    void invalidPayloadClosesTheSocket(String payload) throws Exception {
        assertClosed(4400, INIT, "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":" + payload + "}");
    }

    @Test
    void subscriptionBeforeTheInitClosesTheSocket() throws Exception {
        assertClosed(4401, "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{__typename}\"}}");
    }

    @Test
    void secondInitClosesTheSocket() throws Exception {
        assertClosed(4429, INIT, INIT);
    }

    @Test
    void duplicateOperationIdClosesTheSocket() throws Exception {
        try (LockedTable lock = new LockedTable("brand");
                RawSocket socket = RawSocket.initialised(endpoint)) {
            socket.subscribe("1", brands);
            lock.awaitWaiting(1);

            assertEquals(4409, socket.subscribe("1", TYPE_NAME).closeCode());
            lock.awaitWaiting(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sec-websocket-protocol: graphql-ws\r\n", "sec-websocket-protocol: chat\r\n"})
    void otherSubprotocolClosesTheSocket(String header) throws Exception {
        try (RawSocket socket = new RawSocket(endpoint, RawSocket.UPGRADE + header)) {
            assertEquals(101, socket.status());
            assertEquals(4406, socket.closeCode());
        }
    }

    @Test
    void binaryMessageClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            assertEquals(1003, socket.send(FINAL | BINARY, INIT.getBytes(UTF_8)).closeCode());
        }
    }

    @Test
    void invalidUtf8ClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            byte[] overlong = {'{', (byte) 0xc0, (byte) 0xaf, '}'};
            assertEquals(1007, socket.send(FINAL | TEXT, overlong).closeCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c18000000000", "8100", "808000000000", "098000000000", "838000000000"})
    void invalidFrameClosesTheSocket(String bytes) throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(1002, socket.write(HexFormat.of().parseHex(bytes)).closeCode());
        }
    }

    @Test
    void connectionEndsAfterTheCloseFrame() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint).send("nonsense")) {
            assertEquals(4400, socket.closeCode());
            assertTrue(socket.isCut(), "the connection ends although the client does not answer");
        }
    }

    // Frames

    @Test
    void messageMaySpanFramesWithPingsBetween() throws Exception {
        byte[] message = "{\"type\":\"ping\",\"payload\":{\"a\":\"Ω\"}}".getBytes(UTF_8);
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            for (int i = 0; i < message.length; i++) {
                int last = i + 1 == message.length ? FINAL : 0;
                socket.send(last | (i == 0 ? TEXT : CONTINUATION), new byte[] {message[i]});
            }
            assertEquals("{\"type\":\"pong\",\"payload\":{\"a\":\"Ω\"}}", socket.message());

            socket.send(TEXT, "{\"type\":".getBytes(UTF_8)).send(FINAL | PING, new byte[] {7});
            RawSocket.Frame pong = socket.frame();
            assertEquals(PONG, pong.type());
            assertArrayEquals(new byte[] {7}, pong.payload());
            socket.send(FINAL | CONTINUATION, "\"ping\"}".getBytes(UTF_8));
            assertEquals("{\"type\":\"pong\"}", socket.message());
        }
    }

    // Opening

    @Test
    void subprotocolIsSelectedAndCompressionDeclined() throws Exception {
        try (RawSocket socket = new RawSocket(
                endpoint,
                RawSocket.UPGRADE
                        + "sec-websocket-protocol: chat, graphql-transport-ws\r\n"
                        + "sec-websocket-extensions: permessage-deflate\r\n")) {
            assertEquals(101, socket.status());
            assertTrue(socket.head().contains("sec-websocket-protocol: graphql-transport-ws"), socket.head());
            assertFalse(socket.head().contains("extensions"), socket.head());
        }
    }

    @Test
    void sameOriginIsAllowed() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "origin: http://" + endpoint.getAuthority())) {
            assertEquals(101, socket.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "null", "", "://", "http://localhost", "http://localhost:1"})
    void otherOriginIsNotAllowed(String origin) throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "origin: " + origin)) {
            assertEquals(403, socket.status());
            assertEquals("ORIGIN_NOT_ALLOWED", socket.errorCode());
        }
    }

    @Test
    void upgradeWithABodyIsRejected() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "content-length: 7")) {
            assertEquals(400, socket.status());
            assertEquals("BAD_REQUEST", socket.errorCode());
        }
    }
}
