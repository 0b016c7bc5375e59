package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.LockedTable;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.http.CanaryRequests;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The share of workers that one WebSocket may occupy. */
@QuarkusTest
@Timeout(60)
class WorkerShareTest {

    private static final int WORKERS_OF_ONE_CONNECTION = 8;

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    @Test
    void webSocketOccupiesOnlyItsShareOfTheWorkers() throws Exception {
        String slow = "{query: '{x" + System.nanoTime()
                + ": devices(first: 100) {nodes {launches(first: 20) {nodes {id}}}}}'}";
        CanaryRequests canaries = new CanaryRequests(endpoint, management);
        try (RawSocket attacker = RawSocket.initialised(endpoint)) {
            try (LockedTable devices = new LockedTable("device")) {
                for (int i = 0; i < 2 * WORKERS_OF_ONE_CONNECTION; i++) {
                    attacker.subscribe("a" + i, slow);
                }
                devices.awaitWaiting(WORKERS_OF_ONE_CONNECTION);
                canaries.assertAnswered();
                for (int i = 0; i < WORKERS_OF_ONE_CONNECTION; i++) {
                    JsonNode error = attacker.json();
                    assertEquals("error", error.at("/type").asText());
                    assertEquals(
                            "UNAVAILABLE",
                            error.at("/payload/0/extensions/code").asText());
                }
                devices.awaitWaiting(WORKERS_OF_ONE_CONNECTION);
            }
            for (int i = 0; i < WORKERS_OF_ONE_CONNECTION; i++) {
                assertEquals("next", attacker.json().at("/type").asText());
                assertEquals("complete", attacker.json().at("/type").asText());
            }
        }
    }
}
