package dev.rangefinder.http;

import static dev.rangefinder.http.RawHttp2.HEADERS;
import static dev.rangefinder.http.RawHttp2.REFUSED_STREAM;
import static dev.rangefinder.http.RawHttp2.RESET;
import static dev.rangefinder.http.RawHttp2.SETTINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.LockedTable;
import dev.rangefinder.http.RawHttp2.Frame;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limit of concurrent streams of an HTTP/2 connection: RFC 9113, section 5.1.2. */
@QuarkusTest
@Timeout(60)
class Http2Test {

    private static final int MAX_CONCURRENT_STREAMS = 100;

    /** The identifier of the setting. */
    private static final int MAX_CONCURRENT_STREAMS_SETTING = 3;

    private final String path = "/graphql?query=%7Bx" + System.nanoTime() + ":devices%7BtotalCount%7D%7D";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @AfterEach
    void assertOthersAreAnswered() {
        assertEquals(200, new Client(endpoint).query("{__typename}").status());
    }

    @Test
    void settingsAnnounceTheMaximumOfConcurrentStreams() throws IOException {
        try (RawHttp2 connection = new RawHttp2(endpoint)) {
            Frame settings = connection.frame(SETTINGS);
            Map<Integer, Long> values = new HashMap<>();
            for (int at = 0; at < settings.payload().length; at += 6) {
                values.put(settings.payload()[at + 1] & 0xff, settings.number(at + 2));
            }
            assertEquals(MAX_CONCURRENT_STREAMS, values.get(MAX_CONCURRENT_STREAMS_SETTING), values::toString);
        }
    }

    /** The client does not acknowledge the setting. */
    @Test
    void excessStreamsAreRefusedAndOthersContinue() throws Exception {
        try (LockedTable devices = new LockedTable("device");
                RawHttp2 connection = new RawHttp2(endpoint)) {
            connection.get(1, path);
            devices.awaitWaiting(1);
            for (int i = 1; i <= MAX_CONCURRENT_STREAMS; i++) {
                connection.get(2 * i + 1, path);
            }
            Frame refusal = connection.frame(RESET);
            assertEquals(2 * MAX_CONCURRENT_STREAMS + 1, refusal.stream());
            assertEquals(REFUSED_STREAM, refusal.number(0));
            assertTrue(connection.frame(HEADERS).stream() < refusal.stream());
        }
    }
}
