package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.RequiredReadingProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebSockets of a service that only callers with an access token may read. */
@QuarkusTest
@TestProfile(RequiredReadingProfile.class)
@Timeout(60)
class RequiredTokenTest {

    private static final String INIT = "{\"type\":\"connection_init\"}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void socketOfAnAnonymousClientIsClosed() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(4401, socket.send(INIT).closeCode());
        }
    }

    @Test
    void clientWithATokenIsAnswered() throws Exception {
        String token = IdentityResource.token().header();
        try (RawSocket socket = RawSocket.connect(endpoint, "authorization: " + token)) {
            assertEquals("{\"type\":\"connection_ack\"}", socket.send(INIT).message());
            assertEquals(
                    "Query",
                    socket.subscribe("1", "{query: '{__typename}'}")
                            .json()
                            .at("/payload/data/__typename")
                            .asText());
        }
    }
}
