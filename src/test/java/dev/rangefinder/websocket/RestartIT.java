package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.http.NodeProject;
import dev.rangefinder.http.ServiceProcess;
import io.restassured.path.json.JsonPath;
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

/** Two replicas of the packaged service, of which one is told to stop. */
@Timeout(240)
@Tag("faults")
class RestartIT {

    @Test
    void clientsGetTheirAnswersAndMoveToAnotherReplica() throws Exception {
        Map<String, String> settings = Map.of("RANGEFINDER_DATABASE_URL", EmbeddedDatabase.start());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        NodeProject.prepare();
        try (ServiceProcess leaving = ServiceProcess.start(settings);
                ServiceProcess staying = ServiceProcess.start(settings)) {
            Future<String> client;
            Future<?> end;
            try (LockedTable lock = new LockedTable("brand", settings.get("RANGEFINDER_DATABASE_URL"))) {
                client = threads.submit(
                        () -> NodeProject.node("websocket-restart.mjs", urlOf("ws", leaving), urlOf("ws", staying)));
                lock.awaitWaiting(1);
                try (RawSocket idle = RawSocket.initialised(URI.create(urlOf("http", leaving)))) {
                    end = threads.submit(leaving::close);
                    assertEquals(1012, idle.closeCode());
                }
                try (RawSocket late = RawSocket.connect(URI.create(urlOf("http", leaving)))) {
                    assertEquals(503, late.status());
                }
            }
            assertEquals(
                    Map.of("answers", List.of("number", "Query"), "closed", List.of(1012), "replicas", 2),
                    JsonPath.from(client.get(60, TimeUnit.SECONDS)).getMap("$"));
            end.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String urlOf(String scheme, ServiceProcess service) {
        InetSocketAddress address = service.address();
        return scheme + "://" + address.getHostString() + ':' + address.getPort() + "/graphql";
    }
}
