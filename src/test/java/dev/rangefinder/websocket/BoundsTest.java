package dev.rangefinder.websocket;

import static dev.rangefinder.websocket.NarrowBounds.MAX_MESSAGE_SIZE;
import static dev.rangefinder.websocket.RawSocket.CONTINUATION;
import static dev.rangefinder.websocket.RawSocket.FINAL;
import static dev.rangefinder.websocket.RawSocket.PING;
import static dev.rangefinder.websocket.RawSocket.PONG;
import static dev.rangefinder.websocket.RawSocket.TEXT;
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

/** What a client, and all clients together, may take. */
@QuarkusTest
@TestProfile(NarrowBounds.class)
@Timeout(60)
@Tag("faults")
class BoundsTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    /** The service hears a little later of the end of sockets that the test before has cut. */
    @BeforeEach
    void awaitAllPlaces() {
        await().atMost(Duration.ofSeconds(20)).until(() -> placesLeft() == NarrowBounds.MAX_SOCKETS);
    }

    private int placesLeft() throws IOException {
        List<RawSocket> opened = new ArrayList<>();
        RawSocket next = RawSocket.connect(endpoint);
        while (next.status() == 101) {
            opened.add(next);
            next = RawSocket.connect(endpoint);
        }
        next.close();
        for (RawSocket socket : opened) {
            socket.leave();
        }
        return opened.size();
    }

    @Test
    void socketsBeyondTheMostAreRefusedUntilOneCloses() throws Exception {
        try (RawSocket one = RawSocket.initialised(endpoint);
                RawSocket other = RawSocket.initialised(endpoint)) {
            try (RawSocket last = RawSocket.initialised(endpoint);
                    RawSocket refused = RawSocket.connect(endpoint)) {
                assertEquals(503, refused.status());
                assertTrue(refused.head().contains("retry-after: 1"), refused.head());
                assertEquals("UNAVAILABLE", refused.errorCode());
                last.send("nonsense");
                assertEquals(4400, last.closeCode());
            }
            await().until(() -> placesLeft() == 1);
            assertEquals(
                    "type",
                    one.subscribe("type", "{id: 'type'}").json().at("/id").asText());
            assertEquals(
                    "type",
                    other.subscribe("type", "{id: 'type'}").json().at("/id").asText());
        }
    }

    @Test
    void anUpgradeThatFailsKeepsNoPlace() throws Exception {
        for (int i = 0; i <= NarrowBounds.MAX_SOCKETS; i++) {
            try (RawSocket socket =
                    new RawSocket(endpoint, RawSocket.UPGRADE.replaceFirst("sec-websocket-key.*", "a: b"))) {
                assertEquals(400, socket.status());
            }
        }
        RawSocket.initialised(endpoint).close();
    }

    @Test
    void aClientThatDoesNotInitialiseIsTold() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(4408, socket.closeCode());
        }
    }

    @Test
    void aClientThatDoesNotAnswerIsCutAndOneThatDoesIsNot() throws Exception {
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
    void aClientThatTakesNothingIsNotReadAndThenCut() throws Exception {
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
    void aMessageOfTheLargestSizeIsReadInOneFrameOrMore() throws Exception {
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
    void aMessageThatIsLargerClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            assertEquals(
                    1009,
                    socket.send(FINAL | TEXT, new byte[MAX_MESSAGE_SIZE + 1]).closeCode());
        }
    }

    @Test
    void aFrameThatOnlySaysThatItIsLargeClosesTheSocket() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            byte[] head = {(byte) (FINAL | TEXT), (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0};
            assertEquals(1009, socket.write(head).closeCode());
        }
    }

    @Test
    void framesThatAreTooMuchTogetherCloseTheSocket() throws Exception {
        byte[] part = new byte[MAX_MESSAGE_SIZE / 2];
        try (RawSocket socket = RawSocket.connect(endpoint)) {
            socket.send(TEXT, part).send(CONTINUATION, part).send(CONTINUATION, new byte[1]);
            assertEquals(1009, socket.closeCode());
        }
    }

    @Test
    void operationsBeyondTheMostAreRefusedAndTheOthersGoOn() throws Exception {
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
    void aPageOfAConfiguredOriginMayConnect() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "origin: https://app.example")) {
            assertEquals(101, socket.status());
        }
    }

    @Test
    void aPageOfAnyOtherOriginMayNot() throws Exception {
        try (RawSocket socket = RawSocket.connect(endpoint, "origin: https://other.example")) {
            assertEquals(403, socket.status());
        }
    }
}
