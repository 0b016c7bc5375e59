package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.GraphQLClient;
import dev.rangefinder.ManagementPortResource.Management;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that violate RFC 9112 are answered with an error on every path, and the connection is closed. {@code ~}
 * stands for a line break.
 */
@QuarkusTest
class MalformedRequestTest {

    private static final String GET = "GET /graphql?query=%7B__typename%7D HTTP/1.1~";
    private static final String POST = "POST /graphql HTTP/1.1~host: localhost~content-type: application/json~";
    private static final String BODY = "{\"query\":\"{__typename}\"}";
    private static final String CHUNKED = "18~" + BODY + "~0~~";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host:~",
                "host: a~host: a~",
                "host: a~HOST: b~",
                "host: a b~",
                "host: a/b~",
                "host: a@b~",
                "host: a?b~",
                "host: a#b~",
                "host: http://a~",
                "host: [::1~",
                "host: a:x~",
                "host: a:-1~",
                "host: a:99999~",
                "host: %zz~",
                "host: <a>~",
                "host: \u00e9~",
                "host: a~ b~"
            })
    void missingOrInvalidHostIsRejectedOnEveryPath(String host) throws IOException {
        for (String path :
                new String[] {"/graphql?query=%7B__typename%7D", "/", "/nowhere", "/graphql/schema.graphql"}) {
            assertRejected(400, answer(endpoint, "GET " + path + " HTTP/1.1~" + host + "~"));
        }
        for (String path : new String[] {"/q/health/live", "/q/metrics", "/nowhere"}) {
            assertRejected(400, answer(management, "GET " + path + " HTTP/1.1~" + host + "~"));
        }
        assertRejected(
                400,
                answer(
                        endpoint,
                        "GET /graphql HTTP/1.1~" + host + "upgrade: websocket~connection: upgrade~"
                                + "sec-websocket-version: 13~sec-websocket-key: MTIzNDU2Nzg5MDEyMzQ1Ng==~~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer-encoding: chunked~content-length: 24~",
                "content-length: 24~transfer-encoding: chunked~",
                "transfer-encoding: chunked~transfer-encoding: chunked~",
                "transfer-encoding: chunked~transfer-encoding: identity~",
                "transfer-encoding: gzip, chunked~",
                "transfer-encoding: chunked, gzip~",
                "transfer-encoding: gzip~",
                "transfer-encoding: identity~",
                "transfer-encoding: xchunked~",
                "transfer-encoding: \"chunked\"~",
                "transfer-encoding: chunked;q=1~",
                "transfer-encoding: \u000bchunked~",
                "transfer-encoding : chunked~",
                "transfer-encoding:~",
                "transfer-encoding:~ chunked~",
                "content-length: 24~content-length: 24~",
                "content-length: 24~content-length: 25~",
                "content-length: 24, 24~",
                "content-length: +24~",
                "content-length: -24~",
                "content-length: 0x18~",
                "content-length: 2 4~",
                "content-length:~"
            })
    void ambiguousBodyLengthIsRejected(String headers) throws IOException {
        assertRejected(400, answer(endpoint, POST + headers + "~" + CHUNKED));
        assertRejected(400, answer(management, "POST /q/health HTTP/1.1~host: a~" + headers + "~" + CHUNKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x: a~ b~",
                "x: a~\tb~",
                "accept: */*~ ;q=0~",
                " x: a~",
                "x~",
                ": a~",
                "x : a~",
                "x\t: a~",
                "x y: a~",
                "x\u0000: a~",
                "(x): a~",
                "\u00e9: a~",
                "x: a\u0000b~",
                "x: a\u0001b~",
                "x: a\rb~",
                "x: a\nb~"
            })
    void malformedHeaderIsRejected(String header) throws IOException {
        assertRejected(400, answer(endpoint, GET + "host: localhost~" + header + "~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /graphql~",
                "GET  /graphql HTTP/1.1~",
                "GET\t/graphql\tHTTP/1.1~",
                "GET /graphql HTTP/1.1 ~",
                "GET graphql HTTP/1.1~",
                "GET * HTTP/1.1~",
                "GET ftp://localhost/graphql HTTP/1.1~",
                "GET http:///graphql HTTP/1.1~",
                "GET http://a:99999/graphql HTTP/1.1~",
                "CONNECT localhost:80 HTTP/1.1~",
                "G@T /graphql HTTP/1.1~",
                "GET /graphql HTTQ/1.1~",
                "POST /graphql HTTP/1.0~transfer-encoding: chunked~"
            })
    void malformedRequestLineIsRejected(String line) throws IOException {
        assertRejected(400, answer(endpoint, line + "host: localhost~~"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9"})
    void otherHttpVersionIsRejected(String version) throws IOException {
        assertRejected(505, answer(endpoint, GET.replace("HTTP/1.1", version) + "host: localhost~~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xyz", "", "-1", "+18", "0x18", "1 8", "18;a=\"~\"", "18\n", "100000000", "FFFFFFFFFFFFFFFF"})
    void malformedChunkSizeIsRejected(String size) throws IOException {
        assertRejected(400, answer(endpoint, POST + "transfer-encoding: chunked~~" + size + "~" + BODY + "~0~~"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18~" + BODY + "xx0~~", "18\n" + BODY + "\n0\n\n", "18~" + BODY + "~0~x y: a~~"})
    void malformedChunkIsRejected(String chunks) throws IOException {
        assertRejected(400, answer(endpoint, POST + "transfer-encoding: chunked~~" + chunks));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /graphql?query=%7Bb:__typename%7D HTTP/1.1~~", POST + "transfer-encoding: chunked~~zz~"})
    void malformedPipelinedRequestIsTheLastOneAnswered(String malformed) throws IOException {
        String good = GET.replace("__", "a:__") + "host: localhost~~";
        String answers = answer(endpoint, good + malformed + good);

        assertTrue(answers.startsWith("HTTP/1.1 200 "), answers);
        assertRejected(400, answers.substring(answers.indexOf("HTTP/1.1 400 ")));
        assertEquals(2, answers.split("HTTP/1\\.1 ").length - 1, answers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 900_000})
    void rejectionReachesAClientThatIsStillSending(int bytes) throws IOException {
        String head = POST + "content-length: 5~transfer-encoding: chunked~~";

        assertRejected(400, answer(endpoint, head + "x".repeat(bytes)));
    }

    private static String answer(URI uri, String request) throws IOException {
        try (RawConnection connection = new RawConnection(uri)) {
            return connection
                    .send(request.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1))
                    .readAll();
        }
    }

    private static void assertRejected(int status, String answer) {
        int end = answer.indexOf("\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + ' '), answer);
        String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
        assertTrue(head.contains("\r\ndate: ") && head.contains("\r\nconnection: close"), answer);
        assertEquals(
                "BAD_REQUEST",
                GraphQLClient.json(answer.substring(end + 4))
                        .at("/errors/0/extensions/code")
                        .asText());
    }
}
