package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CpuTime;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {

    /** The CPU time for small requests that could be expensive. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @AfterEach
    void assertServiceIsAlive() {
        assertEquals(200, client.post(Client.TYPE_NAME).status());
    }

    @Test
    void bodyOfOneMegabyteIsRejected() {
        Reply reply = client.query("{__typename}" + " ".repeat(1_000_000));

        assertEquals(413, reply.status());
        assertEquals("BODY_TOO_LARGE", reply.code());
    }

    @Test
    void bodyOfOneMegabyteWithoutContentLengthIsRejected() {
        byte[] body = ("{\"query\":\"{__typename}" + " ".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Reply reply = client.send(
                "POST",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "content-type",
                "application/json");

        assertEquals(413, reply.status());
    }

    @Test
    void endlessBodyIsCutOff() throws Exception {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                    + "transfer-encoding: chunked\r\n\r\n");
            assertTrue(sendUntilCutOff(connection, chunk), "the service reads the body without limit");
        }
    }

    private static boolean sendUntilCutOff(RawConnection connection, byte[] chunk) {
        try {
            for (int i = 0; i < 10_000; i++) {
                connection.send(chunk);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void tenThousandAliasesAreRejected() {
        String aliases = IntStream.range(0, 10_000)
                .mapToObj(i -> "a" + i + ":__typename")
                .collect(Collectors.joining(" "));
        Reply reply = withinLimit(() -> client.query('{' + aliases + '}'));

        assertTrue(reply.code().matches("GRAPHQL_PARSE_FAILED|DOCUMENT_TOO_COMPLEX"), reply.code());
    }

    @Test
    void thousandsOfEqualFieldsAreRejected() {
        assertEquals(
                "DOCUMENT_TOO_COMPLEX",
                withinLimit(() -> client.query('{' + "__typename ".repeat(7_000) + '}'))
                        .code());
    }

    @Test
    void depthOf100IsRejected() {
        assertEquals(
                "DOCUMENT_TOO_COMPLEX",
                client.query("{a".repeat(100) + "}".repeat(100)).code());
    }

    @Test
    void depthOfTenThousandIsRejected() {
        Reply reply = withinLimit(() -> client.query("{a".repeat(10_000) + "}".repeat(10_000)));

        assertTrue(reply.code().matches("GRAPHQL_PARSE_FAILED|DOCUMENT_TOO_COMPLEX"), reply.code());
    }

    @Test
    void numberOfThousandsOfDigitsIsRejected() {
        Reply reply = withinLimit(() -> client.query("{brands(first: " + "9".repeat(20_000) + ") {totalCount}}"));

        assertEquals("NUMBER_TOO_LARGE", reply.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "NONSENSE",
                "{\"query\":\"{__typename}\"",
                "{\"query\":\"{__typename}\"} {}",
                "{'query':'{__typename}'}",
                "{\"query\":\"{__typename}\",}",
                "{\"query\":\"{__typename}\",\"variables\":{\"a\":NaN}}",
                "{\"query\":\"{__typename}\",\"variables\":{\"a\":\"\\ud800\"}}",
                "{\"query\":\"a\",\"query\":\"{__typename}\"}",
                "{\"query\":\"{__typename}\",\"variables\":{\"a\":1,\"a\":2}}",
                "{\"query\":\"{__typename}\u0000\"}"
            })
    void malformedJsonIsRejected(String body) {
        Reply reply = client.post(body);

        assertEquals(400, reply.status());
        assertTrue(reply.code().matches("MALFORMED_JSON|BAD_REQUEST"), reply.code());
        assertTrue(
                !reply.response().body().contains("jackson"), reply.response().body());
    }

    @Test
    void bodyThatIsNotUtf8IsRejected() {
        byte[] latin1 = "{\"query\":\"{__typename} # caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Reply reply = post(latin1);

        assertEquals(400, reply.status());
        assertEquals("MALFORMED_JSON", reply.code());
    }

    @Test
    void bodyInUtf16IsRejected() {
        assertEquals(
                400, post(Client.TYPE_NAME.getBytes(StandardCharsets.UTF_16LE)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "extensions", "something"})
    void deeplyNestedJsonIsRejected(String part) {
        String nested = "[".repeat(100_000) + "]".repeat(100_000);
        Reply reply =
                withinLimit(() -> client.post("{\"query\":\"{__typename}\",\"" + part + "\":{\"a\":" + nested + "}}"));

        assertEquals(400, reply.status());
        assertEquals("MALFORMED_JSON", reply.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000bc", "\\u0000"})
    void nulCharacterInAFilterIsRejected(String text) {
        String document = "query($t: String) {brands(filter: {name: {contains: $t}}) {totalCount}}";
        String body = "{\"query\":\"" + document + "\",\"variables\":{\"t\":\"" + text + "\"}}";

        assertEquals("BAD_USER_INPUT", client.post(body).code());
    }

    @Test
    void hugeHeadersAreRejected() throws Exception {
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send("GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: localhost\r\nx: "
                    + "x".repeat(30_000) + "\r\n\r\n");

            assertTrue(connection.statusLine().contains(" 431 "));
        }
    }

    @Test
    void tooLongUrlIsRejected() throws Exception {
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send("GET /graphql?query=" + "x".repeat(20_000) + " HTTP/1.1\r\nhost: localhost\r\n\r\n");

            assertTrue(connection.statusLine().contains(" 414 "));
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        String head = "GET /graphql?query=%7Ba:__typename%7D HTTP/1.1\r\nhost: localhost\r\n";
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send(head + "\r\n" + head.replace("a:", "b:") + "\r\n" + head.replace("a:", "c:")
                    + "connection: close\r\n\r\n");
            String answers = connection.readAll();

            assertTrue(answers.matches("(?s).*\\{\"a\":.*\\{\"b\":.*\\{\"c\":.*"), answers);
        }
    }

    private Reply withinLimit(Supplier<Reply> request) {
        return new CpuTime(management).within(LIMIT, request);
    }

    private Reply post(byte[] body) {
        return client.send("POST", BodyPublishers.ofByteArray(body), "content-type", "application/json");
    }
}
