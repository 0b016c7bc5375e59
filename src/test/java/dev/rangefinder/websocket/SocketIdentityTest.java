package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.identity.BadTokens;
import dev.rangefinder.identity.IdentityResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens over WebSockets, where everybody may read. */
@QuarkusTest
@Timeout(60)
class SocketIdentityTest {

    private static final String ACK = "{\"type\":\"connection_ack\"}";
    private static final String TYPE_NAME = "{query: '{__typename}'}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private static String init(String authorization) {
        return "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"" + authorization + "\"}}";
    }

    private static void assertWorks(RawSocket socket) throws IOException {
        assertEquals(ACK, socket.message());
        assertEquals("next", socket.subscribe("1", TYPE_NAME).json().at("/type").asText());
    }

    @Test
    void tokenInThePayloadIsAccepted() throws Exception {
        String token = IdentityResource.token().header();
        try (RawSocket socket = RawSocket.connect(endpoint);
                RawSocket other = RawSocket.connect(endpoint)) {
            assertWorks(socket.send(init(token)));
            assertWorks(other.send(init(token).replace("authorization", "Authorization")));
        }
    }

    @Test
    void tokenInTheHandshakeIsAccepted() throws Exception {
        String token = "authorization: " + IdentityResource.token().header();
        try (RawSocket socket = RawSocket.connect(endpoint, token);
                RawSocket other = RawSocket.connect(endpoint, token)) {
            assertWorks(socket.send("{\"type\":\"connection_init\"}"));
            assertWorks(other.send("{\"type\":\"connection_init\",\"payload\":{\"other\":[1]}}"));
        }
    }

    static Stream<Arguments> badTokens() {
        return Stream.concat(
                        BadTokens.all().entrySet().stream(), Stream.of(Map.entry("of 100 KB", BadTokens.tooLong())))
                .map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
    }

    @ParameterizedTest(name = "token {0}")
    @MethodSource("badTokens")
    void invalidTokenInThePayloadClosesTheSocket(String wrong, String authorization) throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(4401, socket.send(init(authorization)).closeCode());
        }
    }

    @Test
    void invalidTokenInTheHandshakeClosesTheSocket() throws Exception {
        String expired = BadTokens.all().get("expired");
        try (RawSocket socket = RawSocket.connect(endpoint, "authorization: " + expired)) {
            assertEquals(4401, socket.send("{\"type\":\"connection_init\"}").closeCode());
        }
    }

    @Test
    void tokenInThePayloadReplacesThatOfTheHandshake() throws Exception {
        String expired = BadTokens.all().get("expired");
        try (RawSocket socket = RawSocket.connect(endpoint, "authorization: " + expired)) {
            assertWorks(socket.send(init(IdentityResource.token().header())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"authorization\":7}", "{\"authorization\":[]}", "{\"authorization\":{}}"})
    void malformedPayloadClosesTheSocket(String payload) throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            socket.send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
            assertEquals(4400, socket.closeCode());
        }
    }

    @Test
    void socketIsClosedWhenTheTokenExpires() throws Exception {
        String token =
                IdentityResource.token().expiringIn(Duration.ofSeconds(3)).header();
        try (RawSocket socket = RawSocket.connect(endpoint).send(init(token))) {
            assertWorks(socket);
            assertEquals(4401, socket.closeCode());
        }
    }

    @Test
    void operationBeforeTheTokenIsVerifiedClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            socket.subscribe("1", TYPE_NAME);
            assertEquals(4401, socket.closeCode());
        }
    }

    @Test
    void secondInitialisationClosesTheSocket() throws Exception {
        String token = IdentityResource.token().header();
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(4429, socket.send(init(token)).send(init(token)).closeCode());
        }
    }
}
