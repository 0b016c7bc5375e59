package dev.rangefinder.http;

import static dev.rangefinder.http.RawHttp2.CONTINUATION;
import static dev.rangefinder.http.RawHttp2.DATA;
import static dev.rangefinder.http.RawHttp2.END_HEADERS;
import static dev.rangefinder.http.RawHttp2.HEADERS;
import static dev.rangefinder.http.RawHttp2.PING;
import static dev.rangefinder.http.RawHttp2.RESET;
import static dev.rangefinder.http.RawHttp2.SETTINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Denial of service by HTTP/2 frames: RFC 9113, section 10.5. */
@QuarkusTest
@Timeout(120)
@Tag("faults")
class Http2FloodTest {

    private static final int CANCEL = 8;
    private static final int MANY = 2_000_000;
    private static final byte[] EMPTY = {};

    private final String path = "/graphql?query=%7Bx" + System.nanoTime() + ":devices%7BtotalCount%7D%7D";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @AfterEach
    void assertOthersAreAnswered() {
        assertEquals(200, new Client(endpoint).query("{__typename}").status());
    }

    @Test
    void connectionThatResetsItsStreamsIsClosed() throws IOException {
        assertClosed((connection, i) -> {
            connection.get(2 * i + 1, path);
            connection.send(RESET, 0, 2 * i + 1, RawHttp2.number(CANCEL));
        });
    }

    @Test
    void connectionWithEndlessHeadersIsClosed() throws IOException {
        byte[] header = RawHttp2.header("a", "b".repeat(100));
        assertClosed((connection, i) -> connection.send(i == 0 ? HEADERS : CONTINUATION, 0, 1, header));
    }

    @Test
    void connectionWithEndlessEmptyContinuationsIsClosed() throws IOException {
        assertClosed((connection, i) ->
                connection.send(i == 0 ? HEADERS : CONTINUATION, 0, 1, i == 0 ? RawHttp2.head(path) : EMPTY));
    }

    @Test
    void connectionWithEndlessEmptyDataIsClosed() throws IOException {
        assertClosed((connection, i) -> {
            if (i == 0) {
                connection.send(HEADERS, END_HEADERS, 1, RawHttp2.head(path));
            }
            connection.send(DATA, 0, 1, EMPTY);
        });
    }

    /** Its frames must be acknowledged, but it reads no acknowledgements. */
    @ParameterizedTest
    @ValueSource(ints = {PING, SETTINGS})
    void connectionThatReadsNoAcknowledgementsIsClosed(int type) throws IOException {
        byte[] payload = type == PING ? new byte[8] : EMPTY;
        assertClosed((connection, i) -> connection.send(type, 0, 0, payload));
    }

    private interface Flood {
        void send(RawHttp2 connection, int number) throws IOException;
    }

    private void assertClosed(Flood flood) throws IOException {
        try (RawHttp2 connection = new RawHttp2(endpoint)) {
            assertThrows(SocketException.class, () -> {
                for (int i = 0; i < MANY; i++) {
                    flood.send(connection, i);
                }
            });
        }
    }
}
