package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A service on which WebSockets are disabled. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
class WebSocketDisabledTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void webSocketUpgradeIsRejected() throws Exception {
        try (RawConnection connection = new RawConnection(endpoint)) {
            String answer = connection
                    .send("GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nupgrade: websocket\r\n"
                            + "sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .readAll();

            assertEquals(
                    "HTTP/1.1 422 Unprocessable Entity",
                    answer.lines().findFirst().orElseThrow());
            assertTrue(answer.contains("\"code\":\"BAD_REQUEST\""), answer);
        }
    }
}
