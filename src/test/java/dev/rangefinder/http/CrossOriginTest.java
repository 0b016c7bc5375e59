package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OtherSettings.class)
class CrossOriginTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void aPageOfAConfiguredOriginMayAsk() throws Exception {
        String origin = "https://app.example";
        String answer = preflight(origin);

        assertEquals("HTTP/1.1 200 OK", answer.lines().findFirst().orElseThrow());
        assertEquals(
                1,
                answer.lines()
                        .filter(("access-control-allow-origin: " + origin)::equals)
                        .count());
    }

    @Test
    void aPageOfAnyOtherOriginMayNot() throws Exception {
        assertEquals(
                0,
                preflight("https://other.example")
                        .lines()
                        .filter(line -> line.contains("allow-origin"))
                        .count());
    }

    private String preflight(String origin) throws Exception {
        try (RawConnection connection = new RawConnection(endpoint)) {
            return connection
                    .send("OPTIONS /graphql HTTP/1.1\r\nhost: localhost\r\norigin: " + origin
                            + "\r\naccess-control-request-method: POST\r\n"
                            + "access-control-request-headers: content-type\r\n"
                            + "connection: close\r\n\r\n")
                    .readAll();
        }
    }
}
