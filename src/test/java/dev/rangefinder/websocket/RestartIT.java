package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.LockedTable;
import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.http.NodeProject;
import dev.rangefinder.http.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of the packaged service when one of two replicas stops. */
@Timeout(240)
@Tag(NodeProject.TAG)
@Tag("faults")
class RestartIT {

    private static final String DATABASE = EmbeddedDatabase.start();

    private static ServiceProcess start(String delay, String timeout) throws IOException, InterruptedException {
        return ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                DATABASE,
                "RANGEFINDER_SHUTDOWN_DELAY",
                delay,
                "RANGEFINDER_WORKERS_SHUTDOWN_TIMEOUT",
                timeout));
    }

    private static String urlOf(String scheme, ServiceProcess service) {
        InetSocketAddress address = service.address();
        return scheme + "://" + address.getHostString() + ':' + address.getPort() + "/graphql";
    }

    private static URI endpoint(ServiceProcess service) {
        return URI.create(urlOf("http", service));
    }

    @Test
    void clientsGetTheirAnswersAndReconnectToAnotherReplica() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        NodeProject.prepare();
        try (ServiceProcess leaving = start("0S", "5M");
                ServiceProcess staying = start("0S", "5M")) {
            Future<String> client;
            try (LockedTable lock = new LockedTable("brand", DATABASE)) {
                client = thread.submit(
                        () -> NodeProject.node("websocket-restart.mjs", urlOf("ws", leaving), urlOf("ws", staying)));
                lock.awaitWaiting(1);
                try (RawSocket idle = RawSocket.initialised(endpoint(leaving))) {
                    leaving.process().destroy();
                    assertEquals(1012, idle.closeCode());
                }
                try (RawSocket late = RawSocket.connect(endpoint(leaving))) {
                    assertEquals(503, late.status());
                }
            }
            assertEquals(
                    Map.of("answers", List.of("number", "Query"), "closed", List.of(1012), "replicas", 2),
                    JsonPath.from(client.get(60, TimeUnit.SECONDS)).getMap("$"));
            assertEnded(leaving);
            assertFalse(leaving.output().contains("ERROR"), leaving::output);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void serviceWithoutOpenSocketsStopsImmediately() throws Exception {
        try (ServiceProcess service = start("0S", "5M")) {
            RawSocket.initialised(endpoint(service)).closeProperly();
            RawSocket.initialised(endpoint(service)).close();
            try (RawSocket rejected =
                    new RawSocket(endpoint(service), RawSocket.UPGRADE.replaceFirst("sec-websocket-key.*", "a: b"))) {
                assertEquals(400, rejected.status());
            }
            service.process().destroy();
            assertEnded(service);
            assertFalse(service.output().contains("ERROR"), service::output);
        }
    }

    @Test
    void stopDoesNotWaitForALongOperation() throws Exception {
        try (ServiceProcess service = start("2S", "1S");
                LockedTable lock = new LockedTable("brand", DATABASE);
                RawSocket socket = RawSocket.initialised(endpoint(service))) {
            socket.subscribe("1", "{query: '{brands {totalCount}}'}");
            lock.awaitWaiting(1);
            service.process().destroy();
            assertEquals(1012, socket.closeCode());
            assertEnded(service);
        }
    }

    /** Checks that the service stops sooner than by a timeout of minutes. */
    private static void assertEnded(ServiceProcess service) throws InterruptedException {
        assertTrue(service.process().waitFor(60, TimeUnit.SECONDS), service::output);
        assertEquals(0, service.process().exitValue(), service::output);
    }
}
