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

/** Connections of HTTP/2 that make work and give nothing: RFC 9113, section 10.5. */
@QuarkusTest
@Timeout(120)
@Tag("faults")
class FloodTest {

    private static final int CANCEL = 8;
    private static final int MANY = 2_000_000;
    private static final byte[] NOTHING = {};

    private final String path = "/graphql?query=%7Bx" + System.nanoTime() + ":devices%7BtotalCount%7D%7D";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @AfterEach
    void othersAreAnswered() {
        assertEquals(200, new Client(endpoint).ask("{__typename}").status());
    }

    @Test
    void aConnectionThatResetsItsStreamsIsClosed() throws IOException {
        assertIsClosed((connection, i) -> {
            connection.get(2 * i + 1, path);
            connection.send(RESET, 0, 2 * i + 1, RawHttp2.number(CANCEL));
        });
    }

    @Test
    void aConnectionWhoseHeadersDoNotEndIsClosed() throws IOException {
        byte[] header = RawHttp2.header("a", "b".repeat(100));
        assertIsClosed((connection, i) -> connection.send(i == 0 ? HEADERS : CONTINUATION, 0, 1, header));
    }

    @Test
    void aConnectionWhoseHeadersGoOnWithNothingIsClosed() throws IOException {
        assertIsClosed((connection, i) ->
                connection.send(i == 0 ? HEADERS : CONTINUATION, 0, 1, i == 0 ? RawHttp2.head(path) : NOTHING));
    }

    @Test
    void aConnectionThatSendsNothingWithoutEndIsClosed() throws IOException {
        assertIsClosed((connection, i) -> {
            if (i == 0) {
                connection.send(HEADERS, END_HEADERS, 1, RawHttp2.head(path));
            }
            connection.send(DATA, 0, 1, NOTHING);
        });
    }

    /** What it sends has to be answered, and it takes no answer. */
    @ParameterizedTest
    @ValueSource(ints = {PING, SETTINGS})
    void aConnectionThatTakesNoAnswersIsClosed(int type) throws IOException {
        byte[] payload = type == PING ? new byte[8] : NOTHING;
        assertIsClosed((connection, i) -> connection.send(type, 0, 0, payload));
    }

    private interface Flood {
        void send(RawHttp2 connection, int number) throws IOException;
    }

    private void assertIsClosed(Flood flood) throws IOException {
        try (RawHttp2 connection = new RawHttp2(endpoint)) {
            assertThrows(SocketException.class, () -> {
                for (int i = 0; i < MANY; i++) {
                    flood.send(connection, i);
                }
            });
        }
    }
}
