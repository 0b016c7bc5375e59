package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.ManagementPortResource.Management;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, with requests as sent on the wire: {@code ~} stands for a line break. */
@QuarkusTest
class HttpSemanticsTest {

    private static final String QUERY = "/graphql?query=%7B__typename%7D";
    private static final String BODY = "{\"query\":\"{__typename}\"}";
    private static final String POST = "POST /graphql HTTP/1.1~host: localhost~content-length: 24~";
    private static final String JSON = "content-type: application/json~";
    private static final String WEB_SOCKET = "GET /graphql HTTP/1.1~host: localhost~upgrade: websocket~";
    private static final String KEY = "sec-websocket-key: MTIzNDU2Nzg5MDEyMzQ1Ng==~sec-websocket-version: 13~";

    /** The headers that differ between equal answers. */
    private static final String VARYING = "(?m)^(date|x-request-id): .*\r\n";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /graphql?query=%7B__typename%7D HTTP/1.1~host: a~",
                "GET /graphql?query=%7B__typename%7D HTTP/1.0~",
                "GET /graphql?query=%7B__typename%7D HTTP/1.1~host: a~if-none-match: *~",
                "POST /graphql HTTP/1.1~host: a~",
                "PUT /graphql HTTP/1.1~host: a~",
                "OPTIONS /graphql HTTP/1.1~host: a~",
                "OPTIONS * HTTP/1.1~host: a~",
                "GET /nowhere HTTP/1.1~host: a~",
                "GET /q/graphql-ui HTTP/1.1~host: a~",
                "GET /graphql/schema.graphql HTTP/1.1~host: a~",
                "POST /graphql/schema.graphql HTTP/1.1~host: a~",
                "GET /graphql HTTP/1.1~",
                "GET /graphql HTTP/1.1~host: a~x\u0000: a~",
                "GET /graphql HTTP/1.1~host: a~upgrade: websocket~connection: upgrade~",
                "GET /graphql HTTP/1.1~host: a~upgrade: h2c~connection: upgrade~",
            })
    void everyResponseHasTheDate(String head) throws IOException {
        assertNow(answer(endpoint, head + "connection: close~~"));
    }

    @Test
    void healthAndWebSocketUpgradeResponsesHaveTheDate() throws IOException {
        assertNow(answer(management, "GET /q/health/live HTTP/1.1~host: a~connection: close~~"));
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send((WEB_SOCKET + "connection: upgrade~" + KEY + "~").replace("~", "\r\n"));
            assertNow(connection.readHead());
        }
    }

    private static void assertNow(String answer) {
        String header = headers("date", answer);
        Instant date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertTrue(Duration.between(date, Instant.now()).abs().toMinutes() < 5, answer);
    }

    /** The values of a header, joined. */
    private static String headers(String name, String answer) {
        Pattern line = Pattern.compile("(?mi)^" + name + ": (.*)$");
        return String.join(
                "|", line.matcher(answer).results().map(found -> found.group(1)).toList());
    }

    /** Clients that follow the WHATWG URL standard send them so. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "query={__typename},                                  `{\"data\":{\"__typename\":\"Query\"}}`",
                "`query=query($a:Int!){brands(first:$a){nodes{__typename}}}&variables={\"a\":1}`,"
                        + " `{\"data\":{\"brands\":{\"nodes\":[{\"__typename\":\"Brand\"}]}}}`",
                "query={a:__typename},                                `{\"data\":{\"a\":\"Query\"}}`",
                "`query={brand(slug:\"no|^~[]<>'one\"){name}}`,       `{\"data\":{\"brand\":null}}`",
                "`query={brand(slug:\"\u83b1\u5361\"){name}}`,        `{\"data\":{\"brand\":null}}`"
            })
    void unescapedCharactersInAUrlAreAccepted(String query, String body) throws IOException {
        assertTrue(get("/graphql?" + query).endsWith("\r\n\r\n" + body), get("/graphql?" + query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%zz", "%", "%7", "%7B__typename%7D%f", "%u007b", "{__typename}%", "%ff", "%c3%28", "%ed%a0%80"})
    void undecodableUrlIsAGraphQLError(String query) throws IOException {
        String answer = get("/graphql?query=" + query);

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("MALFORMED_JSON"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere?%zz", "/nowhere/{a}", "/%zz", "/%ff", "/nowhere?{a|b}"})
    void undecodableUrlOfAnotherPathIsNotFound(String path) throws IOException {
        assertTrue(get(path).startsWith("HTTP/1.1 404 "), get(path));
    }

    private String get(String target) throws IOException {
        return answer(endpoint, "GET " + target, " HTTP/1.1~host: localhost~connection: close~~");
    }

    @Test
    void hostInAnAbsoluteTargetTakesPrecedence() throws IOException {
        String rest = " HTTP/1.1~host: ignored~connection: close~~";

        assertTrue(answer(endpoint, "GET http://localhost" + QUERY + rest).startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql?query=%7B__typename%7D",
                "/graphql?query=%7B",
                "/graphql",
                "/graphql?query=mutation%7Ba%7D"
            })
    void headIsAnsweredLikeGetWithoutABody(String path) throws IOException {
        for (String headers : new String[] {"", "accept-encoding: gzip~", "if-none-match: *~", "accept: image/png~"}) {
            String rest = ' ' + path + " HTTP/1.1~host: localhost~connection: close~" + headers + "~";
            String get = answer(endpoint, "GET" + rest);
            String head = answer(endpoint, "HEAD" + rest);

            assertTrue(head.endsWith("\r\n\r\n"), head);
            assertEquals(comparable(get), comparable(head));
        }
    }

    /** The length of an answer that is compressed while it is sent is unknown for HEAD, and may be missing. */
    private static String comparable(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n") + 2)
                .replaceAll("(?i)" + VARYING, "")
                .replaceAll("(?m)^(transfer-encoding|content-length|content-encoding): .*\r\n", "");
    }

    @Test
    void contentLengthOfHeadIsThatOfGet() throws IOException {
        String rest = ' ' + QUERY + " HTTP/1.1~host: localhost~connection: close~~";

        assertEquals(
                headers("content-length", answer(endpoint, "GET" + rest)),
                headers("content-length", answer(endpoint, "HEAD" + rest)));
    }

    @Test
    void optionsListTheMethods() throws IOException {
        String answer = answer(endpoint, "OPTIONS /graphql HTTP/1.1~host: localhost~connection: close~~");

        assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        assertEquals("GET, HEAD, POST, OPTIONS", headers("allow", answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                | 200",
                "TAG       | 200",
                "\"a\", TAG | 200",
                "\"a\",,TAG ,W/\"b\" | 200",
                "\"a\"            | 412",
                "W/TAG     | 412",
                "\"a\", W/TAG | 412",
                "a             | 412",
                "\"a\", \"b\" | 412"
            })
    void unmetIfMatchIsAnsweredWith412(String condition, int status) throws IOException {
        String rest = ' ' + QUERY + " HTTP/1.1~host: localhost~connection: close~";
        String tag = headers("etag", answer(endpoint, "GET" + rest + "~"));
        String header = "if-match: " + condition.replace("TAG", tag) + "~";
        int known = status == 200 ? 304 : status;

        assertStatus(status, answer(endpoint, "GET" + rest + header + "~"));
        assertStatus(status, answer(endpoint, "HEAD" + rest + header + "~"));
        assertStatus(status, answer(endpoint, POST + JSON + "connection: close~" + header + "~" + BODY));
        assertStatus(known, answer(endpoint, "GET" + rest + header + "if-none-match: " + tag + "~~"));
        assertStatus(400, answer(endpoint, "GET /graphql HTTP/1.1~host: a~connection: close~" + header + "~"));
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + ' '), answer);
    }

    @Test
    void expectContinueIsAnsweredWith100() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send((POST + JSON + "expect: 100-continue~connection: close~~").replace("~", "\r\n"));
            assertTrue(connection.readHead().startsWith("HTTP/1.1 100 "));
            assertStatus(200, connection.send(BODY).readAll());
        }
    }

    /** The connection is closed, because the client may send the body anyway. */
    @ParameterizedTest
    @CsvSource({
        "content-type: text/plain~, 415",
        "content-type: application/json~content-encoding: br~, 415",
        "content-type: application/json~accept: image/png~, 406"
    })
    void expectContinueIsAnsweredWithAnErrorIfTheRequestIsRejected(String headers, int status) throws IOException {
        assertStatus(status, answer(endpoint, POST + headers + "expect: 100-continue~~"));
        assertStatus(413, answer(endpoint, POST.replace("24", "99999999") + JSON + "expect: 100-continue~~"));
        // Quarkus serves static files at all other paths, by GET.
        assertStatus(405, answer(endpoint, POST.replace("/graphql", "/nowhere") + "expect: 100-continue~~"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200-ok", "100-continue, x", "100-continue~expect: x"})
    void otherExpectationsAreRejected(String expectation) throws IOException {
        assertStatus(417, answer(endpoint, POST + JSON + "expect: " + expectation + "~~"));
        assertStatus(417, answer(management, "GET /q/health HTTP/1.1~host: a~expect: " + expectation + "~~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection: upgrade~sec-websocket-protocol: graphql-transport-ws~",
                "connection: upgrade~sec-websocket-protocol: other, graphql-transport-ws~",
                "connection: upgrade~sec-websocket-protocol: other~sec-websocket-protocol: graphql-transport-ws~",
                "connection: upgrade~sec-websocket-protocol:~sec-websocket-protocol: graphql-transport-ws~",
                "connection: keep-alive~connection: Upgrade~sec-websocket-protocol: graphql-transport-ws~",
                "upgrade: other~connection: upgrade~sec-websocket-protocol: graphql-transport-ws~"
            })
    void listInSeveralHeaderLinesIsOneList(String headers) throws IOException {
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send((WEB_SOCKET + headers + KEY + "~").replace("~", "\r\n"));
            String head = connection.readHead();

            assertStatus(101, head);
            assertEquals("graphql-transport-ws", headers("sec-websocket-protocol", head));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "connection: close~sec-websocket-version: 13~sec-websocket-key: MTIzNDU2Nzg5MDEyMzQ1Ng==~, 400",
        "sec-websocket-version: 13~, 400",
        "sec-websocket-version: 13~sec-websocket-key: abc~, 400",
        "sec-websocket-version: 13~sec-websocket-key: abcd~, 400",
        "sec-websocket-version: 8~sec-websocket-key: MTIzNDU2Nzg5MDEyMzQ1Ng==~, 426",
        "sec-websocket-key: MTIzNDU2Nzg5MDEyMzQ1Ng==~, 426"
    })
    void invalidWebSocketUpgradeIsAGraphQLError(String headers, int status) throws IOException {
        String connection = headers.contains("connection:") ? "" : "connection: upgrade~connection: close~";
        String answer = answer(endpoint, WEB_SOCKET + connection + headers + "~");

        assertStatus(status, answer);
        assertTrue(answer.contains("{\"errors\":[{\"message\":"), answer);
        assertFalse(status == 426 && headers("sec-websocket-version", answer).isEmpty(), answer);
    }

    private static String answer(URI uri, String request) throws IOException {
        return answer(uri, "", request);
    }

    /** The response to a request, whose first part is sent verbatim. */
    private static String answer(URI uri, String verbatim, String rest) throws IOException {
        try (RawConnection connection = new RawConnection(uri)) {
            return connection
                    .send((verbatim + rest.replace("~", "\r\n")).getBytes(StandardCharsets.UTF_8))
                    .readAll();
        }
    }
}
