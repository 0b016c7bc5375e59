package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.ManagementPortResource.Management;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 requests follow the same rules as those of HTTP/1.1. */
@QuarkusTest
class Http2SemanticsTest {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END = 0x5; // of the headers, and of the stream
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;

    /** A response. */
    private record Answer(Http2Headers headers, String body) {

        String status() {
            return headers.status().toString();
        }
    }

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"{__typename}", "%7B__typename%7D", "{__typename}#|^`<>"})
    void unescapedCharactersInAUrlAreAccepted(String query) throws Exception {
        Answer answer = send(endpoint, Map.of(":path", "/graphql?query=" + query));

        assertEquals("200", answer.status());
        assertEquals("{\"data\":{\"__typename\":\"Query\"}}", answer.body);
        assertTrue(answer.headers.contains("date"), answer::toString);
    }

    @Test
    void undecodableUrlIsAGraphQLError() throws Exception {
        Answer answer = send(endpoint, Map.of(":path", "/graphql?query=%zz"));

        assertEquals("400", answer.status());
        assertTrue(answer.body.contains("MALFORMED_JSON"), answer::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:99999", "a/b", "a@b", "[::1", "<a>"})
    void invalidAuthorityIsRejectedOnEveryPath(String authority) throws Exception {
        for (String path : new String[] {"/graphql?query={__typename}", "/nowhere"}) {
            assertRejected("400", send(endpoint, Map.of(":path", path, ":authority", authority)));
        }
        assertRejected("400", send(management, Map.of(":path", "/q/health/live", ":authority", authority)));
    }

    @ParameterizedTest
    @CsvSource({":path, graphql, 400", ":path, *, 400", "host, elsewhere, 400", "expect, more, 417"})
    void malformedRequestIsRejected(String name, String value, String status) throws Exception {
        assertRejected(status, send(endpoint, Map.of(name, value)));
    }

    private static void assertRejected(String status, Answer answer) {
        assertEquals(status, answer.status());
        assertTrue(answer.headers.contains("date"), answer::toString);
        assertTrue(answer.body.contains("\"code\":\"BAD_REQUEST\""), answer::toString);
    }

    /** Sends a request on a new connection; headers that are not given are valid. */
    private static Answer send(URI uri, Map<String, String> pseudo) throws Exception {
        Http2Headers headers = new DefaultHttp2Headers(false)
                .method("GET")
                .scheme("http")
                .authority("localhost")
                .path("/graphql?query={__typename}");
        pseudo.forEach(headers::set);
        ByteBuf block = Unpooled.buffer();
        new DefaultHttp2HeadersEncoder().encodeHeaders(1, headers, block);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            ByteBuf request = Unpooled.buffer();
            request.writeCharSequence(PREFACE, StandardCharsets.US_ASCII);
            writeFrame(request, SETTINGS, 0, 0, Unpooled.EMPTY_BUFFER);
            writeFrame(request, HEADERS, END, 1, block);
            socket.getOutputStream().write(request.array(), 0, request.readableBytes());
            return read(new DataInputStream(socket.getInputStream()));
        }
    }

    private static void writeFrame(ByteBuf out, int type, int flags, int stream, ByteBuf payload) {
        out.writeMedium(payload.readableBytes())
                .writeByte(type)
                .writeByte(flags)
                .writeInt(stream);
        out.writeBytes(payload);
    }

    private static Answer read(DataInputStream in) throws IOException, Http2Exception {
        Http2Headers headers = null;
        StringBuilder body = new StringBuilder();
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = in.readNBytes(length);
            if (stream == 1 && type == HEADERS) {
                ByteBuf block = Unpooled.wrappedBuffer(payload);
                block.skipBytes((flags & PRIORITY) != 0 ? PRIORITY_BYTES : 0);
                headers = new DefaultHttp2HeadersDecoder(false).decodeHeaders(1, block);
            } else if (stream == 1 && type == DATA) {
                body.append(new String(payload, StandardCharsets.UTF_8));
            } else if (stream == 1) {
                throw new IOException("A frame of type " + type + " instead of an answer");
            }
            if (headers != null && type <= HEADERS && (flags & 1) != 0) {
                return new Answer(headers, body.toString());
            }
        }
    }
}
