package dev.rangefinder.websocket;

import static dev.rangefinder.websocket.RawSocket.CONTINUATION;
import static dev.rangefinder.websocket.RawSocket.FINAL;
import static dev.rangefinder.websocket.RawSocket.PING;
import static dev.rangefinder.websocket.RawSocket.PONG;
import static dev.rangefinder.websocket.RawSocket.TEXT;
import static dev.rangefinder.websocket.SmallLimitsProfile.MAX_MESSAGE_SIZE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.LockedTable;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits of one WebSocket, and of all together. */
@QuarkusTest
@TestProfile(SmallLimitsProfile.class)
@Timeout(60)
@Tag("faults")
class WebSocketLimitsTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    /** The service notices with a delay that the previous test has cut its sockets. */
    @BeforeEach
    void awaitNoSockets() {
        await().atMost(Duration.ofSeconds(20)).until(() -> freeSockets() == SmallLimitsProfile.MAX_SOCKETS);
    }

    private int freeSockets() throws IOException {
        List<RawSocket> opened = new ArrayList<>();
        RawSocket next = RawSocket.connect(endpoint);
        while (next.status() == 101) {
            opened.add(next);
            next = RawSocket.connect(endpoint);
        }
        next.close();
        for (RawSocket socket : opened) {
            socket.closeProperly();
        }
        return opened.size();
    }

    @Test
    void socketsBeyondTheLimitAreRejectedUntilOneCloses() throws Exception {
        try (RawSocket one = RawSocket.initialised(endpoint);
                RawSocket other = RawSocket.initialised(endpoint)) {
            try (RawSocket last = RawSocket.initialised(endpoint);
                    RawSocket rejected = RawSocket.connect(endpoint)) {
                assertEquals(503, rejected.status());
                assertTrue(rejected.head().contains("retry-after: 1"), rejected.head());
                assertEquals("UNAVAILABLE", rejected.errorCode());
                last.send("nonsense");
                assertEquals(4400, last.closeCode());
            }
            await().until(() -> freeSockets() == 1);
            assertEquals(
                    "type",
                    one.subscribe("type", "{id: 'type'}").json().at("/id").asText());
            assertEquals(
                    "type",
                    other.subscribe("type", "{id: 'type'}").json().at("/id").asText());
        }
    }

    @Test
    void failedUpgradeDoesNotCountAsASocket() throws Exception {
        for (int i = 0; i <= SmallLimitsProfile.MAX_SOCKETS; i++) {
            try (RawSocket socket =
                    new RawSocket(endpoint, RawSocket.UPGRADE.replaceFirst("sec-websocket-key.*", "a: b"))) {
                assertEquals(400, socket.status());
            }
        }
        RawSocket.initialised(endpoint).close();
    }

    @Test
    void missingInitClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(4408, socket.closeCode());
        }
    }

    @Test
    void socketWithoutPongIsCutAndOthersStayOpen() throws Exception {
        try (RawSocket silent = RawSocket.initialised(endpoint);
                RawSocket alive = RawSocket.initialised(endpoint)) {
            for (int i = 0; i < 2; i++) {
                assertEquals(PING, alive.frame().type());
                alive.send(FINAL | PONG, new byte[0]);
            }
            assertEquals(PING, silent.frame().type());
            assertTrue(silent.isCut());
            assertEquals(
                    "Query",
                    alive.subscribe("1", "{id: 'type'}")
                            .json()
                            .at("/payload/data/__typename")
                            .asText());
        }
    }

    @Test
    void socketThatReadsNothingIsCut() throws Exception {
        byte[] ping = new byte[125];
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            assertThrows(SocketException.class, () -> {
                while (true) {
                    socket.send(FINAL | PING, ping);
                }
            });
        }
    }

    @Test
    void messageOfMaximumSizeIsAcceptedInOneOrMoreFrames() throws Exception {
        String ping = "{\"type\":\"ping\",\"more\":\"";
        String message = ping + "x".repeat(MAX_MESSAGE_SIZE - ping.length() - 2) + "\"}";
        byte[] bytes = message.getBytes(UTF_8);
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals("{\"type\":\"pong\"}", socket.send(message).message());
            socket.send(TEXT, bytes).send(FINAL | CONTINUATION, new byte[0]);
            assertEquals("{\"type\":\"pong\"}", socket.message());
        }
    }

    @Test
    void largerMessageClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(
                    1009,
                    socket.send(FINAL | TEXT, new byte[MAX_MESSAGE_SIZE + 1]).closeCode());
        }
    }

    @Test
    void frameThatDeclaresALargerSizeClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            byte[] head = {(byte) (FINAL | TEXT), (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0};
            assertEquals(1009, socket.write(head).closeCode());
        }
    }

    @Test
    void fragmentedMessageOverTheLimitClosesTheSocket() throws Exception {
        byte[] part = new byte[MAX_MESSAGE_SIZE / 2];
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            socket.send(TEXT, part).send(CONTINUATION, part).send(CONTINUATION, new byte[1]);
            assertEquals(1009, socket.closeCode());
        }
    }

    @Test
    void operationsBeyondTheLimitAreRejectedAndOthersContinue() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            try (LockedTable lock = new LockedTable("brand")) {
                socket.subscribe("1", "{id: 'brands'}").subscribe("2", "{id: 'brands'}");
                lock.awaitWaiting(2);
                JsonNode error = socket.subscribe("3", "{id: 'type'}").json();
                assertEquals("error", error.at("/type").asText());
                assertEquals("3", error.at("/id").asText());
                assertEquals(
                        "UNAVAILABLE", error.at("/payload/0/extensions/code").asText());
            }
            for (int i = 0; i < 2; i++) {
                assertEquals("next", socket.json().at("/type").asText());
                assertEquals("complete", socket.json().at("/type").asText());
            }
            assertEquals(
                    "next",
                    socket.subscribe("3", "{id: 'type'}").json().at("/type").asText());
        }
    }

    @Test
    void onlyTrustedDocumentsAreExecuted() throws Exception {
        try (RawSocket socket = RawSocket.initialised(endpoint)) {
            JsonNode error = socket.subscribe("1", "{query: '{ markets { totalCount } }'}")
                    .json();
            assertEquals("error", error.at("/type").asText());
            assertEquals(
                    "DOCUMENT_NOT_TRUSTED",
                    error.at("/payload/0/extensions/code").asText());

            error = socket.subscribe("2", "{id: 'other'}").json();
            assertEquals(
                    "DOCUMENT_NOT_FOUND", error.at("/payload/0/extensions/code").asText());

            assertEquals(
                    "next",
                    socket.subscribe("3", "{query: '{__typename}'}")
                            .json()
                            .at("/type")
                            .asText());
        }
    }

    @Test
    void configuredOriginIsAllowed() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "origin: https://app.example")) {
            assertEquals(101, socket.status());
        }
    }

    @Test
    void otherOriginIsNotAllowed() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "origin: https://other.example")) {
            assertEquals(403, socket.status());
        }
    }
}
