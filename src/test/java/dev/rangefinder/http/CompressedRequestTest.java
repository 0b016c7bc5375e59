package dev.rangefinder.http;

import static dev.rangefinder.http.Client.JSON;
import static dev.rangefinder.http.Client.TYPE_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with compressed bodies: RFC 9110, section 8.4. */
@QuarkusTest
class CompressedRequestTest {

    /** The default limit of bodies. */
    private static final int LIMIT = 512 * 1024;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    private static byte[] json(int size) {
        byte[] body = Arrays.copyOf(TYPE_NAME.getBytes(StandardCharsets.UTF_8), size);
        Arrays.fill(body, TYPE_NAME.length(), size, (byte) ' ');
        return body;
    }

    private Reply post(byte[] body, String coding) {
        return client.send("POST", BodyPublishers.ofByteArray(body), "content-type", JSON, "content-encoding", coding);
    }

    private void assertRejected(int status, String code, byte[] body) {
        Reply reply = post(body, "gzip");

        assertEquals(status, reply.status());
        assertEquals(code, reply.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip", "x-gzip"})
    void gzippedBodyIsRead(String coding) {
        assertEquals("Query", post(Gzip.of(json(100)), coding).json().getString("data.__typename"));
    }

    @Test
    void gzippedBodyOfSeveralMembersIsRead() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        TYPE_NAME.chars().forEach(character -> body.writeBytes(Gzip.of(new byte[] {(byte) character})));

        assertEquals("Query", post(body.toByteArray(), "gzip").json().getString("data.__typename"));
    }

    @Test
    void identityCodingIsAccepted() {
        assertEquals(200, post(json(100), "identity").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "compress", "gzip, gzip", "identity, gzip", "nonsense"})
    void otherCodingIsRejectedWithTheSupportedOne(String coding) {
        Reply reply = post(Gzip.of(json(100)), coding);

        assertEquals(415, reply.status());
        assertEquals("UNSUPPORTED_CODING", reply.code());
        assertEquals("gzip", reply.header("accept-encoding"));
    }

    @Test
    void unsupportedMediaTypeIsRejectedWithoutAcceptEncoding() {
        Reply reply = client.send("POST", BodyPublishers.ofString(TYPE_NAME), "content-type", "text/plain");

        assertEquals(415, reply.status());
        assertEquals("", reply.header("accept-encoding"));
    }

    @Test
    void limitOfBodiesAppliesToTheInflatedSize() {
        assertEquals(200, post(Gzip.of(json(LIMIT)), "gzip").status());
        assertRejected(413, "BODY_TOO_LARGE", Gzip.of(json(LIMIT + 1)));
    }

    @Test
    void bombIsInflatedOnlyUpToTheLimit() {
        byte[] bomb = Gzip.bomb();
        bomb[bomb.length - 1] ^= 1; // nobody gets as far as to find this mistake

        assertRejected(413, "BODY_TOO_LARGE", bomb);
    }

    @Test
    void bodyOfManyEmptyMembersIsRejected() {
        byte[] nothing = Gzip.of(new byte[0]);
        byte[] request = Gzip.of(json(100));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() + nothing.length + request.length <= LIMIT) {
            body.writeBytes(nothing);
        }
        body.writeBytes(request);

        assertRejected(400, "MALFORMED_CODING", body.toByteArray());
    }

    @Test
    void corruptOrTruncatedBodyIsRejected() {
        byte[] whole = Gzip.of(json(100));
        byte[] corrupt = whole.clone();
        corrupt[whole.length - 1] ^= 1;

        assertRejected(400, "MALFORMED_CODING", new byte[0]);
        assertRejected(400, "MALFORMED_CODING", json(100));
        assertRejected(400, "MALFORMED_CODING", corrupt);
        assertRejected(400, "MALFORMED_CODING", Arrays.copyOf(whole, whole.length - 1));
        assertRejected(400, "MALFORMED_CODING", Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void inflatedBodyIsValidatedLikeAnyOther() {
        assertRejected(400, "MALFORMED_JSON", Gzip.of(new byte[] {'{', (byte) 0xff}));
        assertRejected(400, "BAD_REQUEST", Gzip.of(new byte[] {'[', ']'}));
    }
}
