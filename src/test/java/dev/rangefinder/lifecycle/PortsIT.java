package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import dev.rangefinder.http.ServiceProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports and hosts on which the packaged service listens. */
@Timeout(300)
@Tag("faults")
class PortsIT {

    private final PostgresProcess postgres = PostgresProcess.shared();

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.http.port", "quarkus.management.port"})
    void portInUseStopsTheStartWithOneLineBeforeTheMigration(String key) throws Exception {
        String database = "untouched_" + key.replace('.', '_');
        postgres.create(database);
        try (ServerSocket taken = new ServerSocket(FreePort.find());
                ServiceProcess service =
                        launch(database, Map.of(variable(key), Integer.toString(taken.getLocalPort())))) {
            String line = onlyLine(service);
            assertTrue(line.startsWith(key + ": "), line);
            assertTrue(line.contains(Integer.toString(taken.getLocalPort())), line);
        }
        assertEquals("", value(postgres.url(database), "select coalesce(to_regclass('brand')::text, '')"));
    }

    @Test
    void samePortForBothInterfacesStopsTheStartWithOneLine() throws Exception {
        postgres.create("one_port");
        String port = Integer.toString(FreePort.find());
        try (ServiceProcess service =
                launch("one_port", Map.of("QUARKUS_HTTP_PORT", port, "QUARKUS_MANAGEMENT_PORT", port))) {
            String line = onlyLine(service);
            assertTrue(line.startsWith("quarkus.management.port: "), line);
        }
    }

    @Test
    void managementListensOnTheHttpHostByDefault() throws Exception {
        postgres.create("listens");
        try (ServiceProcess together = launch("listens", Map.of("QUARKUS_HTTP_HOST", "127.0.0.1"));
                ServiceProcess apart = launch(
                        "listens", Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_MANAGEMENT_HOST", "0.0.0.0"))) {
            ServiceClient.awaitReady(together);
            ServiceClient.awaitReady(apart);

            connect(together.health("live"), "127.0.0.1");
            assertThrows(ConnectException.class, () -> connect(together.health("live"), "127.0.0.2"));
            connect(apart.health("live"), "127.0.0.2");
        }
    }

    private static void connect(URI service, String host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, service.getPort()));
        }
    }

    private ServiceProcess launch(String database, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("RANGEFINDER_DATABASE_URL", postgres.url(database));
        return ServiceProcess.launch(all);
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static String onlyLine(ServiceProcess service) throws InterruptedException {
        assertTrue(service.process().waitFor(90, TimeUnit.SECONDS), service::output);
        assertEquals(1, service.process().exitValue(), service::output);
        List<String> lines = service.output().lines().toList();
        assertEquals(1, lines.size(), service::output);
        return lines.get(0);
    }
}
