package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.health;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas are replaced in turn while clients send requests. */
@Timeout(300)
@Tag("faults")
class StopIT {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String BRANDS = "{brands(first: 3) {totalCount nodes {name devices {totalCount}}}}";

    private final String database = "rolled" + DATABASES.incrementAndGet();
    private final PostgresProcess postgres = PostgresProcess.shared();
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** The ready replicas, as known to a Service of Kubernetes, which notices changes with a delay. */
    private volatile List<ServiceProcess> endpoints = List.of();

    @BeforeEach
    void createDatabase() throws Exception {
        postgres.create(database);
    }

    @AfterEach
    void end() {
        thread.shutdownNow();
        replicas.forEach(ServiceProcess::close);
    }

    @Test
    void noRequestFailsWhileReplicasAreReplaced() throws Exception {
        ServiceProcess first = launch();
        ServiceProcess second = launch();
        awaitReady(first);
        awaitReady(second);
        assertMigratedAndLoadedOnce();
        Future<?> probes = thread.submit(this::probe);
        await().until(() -> endpoints.size() == 2);
        try (LoadGenerator load = new LoadGenerator(this::anyEndpoint, BRANDS)) {
            await().until(() -> load.count(200) > 100);
            stopDuringAnOperation(first);
            ServiceProcess third = launch();
            await().until(() -> endpoints.contains(third));
            stop(second);
            long before = load.count(200);
            await().until(() -> load.count(200) > before + 100);
            load.finish();
            assertEquals(
                    List.of(),
                    load.replies().stream()
                            .filter(reply -> reply.status() != 200)
                            .toList());
            assertEquals(
                    1, load.replies().stream().map(Reply::toString).distinct().count(), "all answers are equal");
        }
        probes.cancel(true);
    }

    /** Pending requests of closed connections must not delay the stop. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /graphql HTTP/1.1~host: a~content-type: application/json~content-length: 50~~{",
                "POST /graphql HTTP/1.1~host: a~content-type: application/json~transfer-encoding: chunked~~zz~",
                "POST /nowhere HTTP/1.1~host: a~content-length: 50~~{",
                "GET /graphql HTTP/1.1~host: a~upgrade: websocket~connection: upgrade~~",
                "GET /graphql HTTP/1.1~~",
                "GET /graphql HTTP/1.1~host: a~"
            })
    void stopDoesNotWaitForDisconnectedClients(String next) throws Exception {
        ServiceProcess replica = launch();
        awaitReady(replica);
        String slow = "GET /graphql?query={figures{totalCount}} HTTP/1.1~host: a~~";
        try (Connection lock = DriverManager.getConnection(postgres.url(database));
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table figure in access exclusive mode");
            try (Socket client = new Socket("localhost", replica.graphQL().getPort())) {
                client.getOutputStream()
                        .write((slow + next).replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));
                await().until(() -> isWaiting(statement));
            }
            lock.rollback();
        }
        stop(replica);
        assertFalse(replica.output().contains("Timed out waiting for graceful shutdown"), replica::output);
    }

    private ServiceProcess launch() throws IOException {
        ServiceProcess replica = ServiceProcess.launch(
                Map.of("RANGEFINDER_DATABASE_URL", postgres.url(database), "RANGEFINDER_SHUTDOWN_DELAY", "2S"));
        replicas.add(replica);
        return replica;
    }

    private void assertMigratedAndLoadedOnce() throws Exception {
        String url = postgres.url(database);
        assertEquals(
                "0", value(url, "select count(*) - count(distinct version) from flyway_schema_history where success"));
        assertEquals("1", value(url, "select revision from catalogue"));
        assertEquals(
                1,
                Stream.of(replicas.get(0), replicas.get(1))
                        .filter(replica -> replica.output().contains("Loaded catalogue/founding.yaml"))
                        .count());
    }

    private Void probe() throws InterruptedException {
        while (true) {
            List<ServiceProcess> ready = new CopyOnWriteArrayList<>();
            for (ServiceProcess replica : replicas) {
                if (ServiceClient.isReady(replica)) {
                    ready.add(replica);
                }
            }
            endpoints = ready;
            Thread.sleep(100);
        }
    }

    private ServiceProcess anyEndpoint() {
        List<ServiceProcess> ready = endpoints;
        return ready.get(ThreadLocalRandom.current().nextInt(ready.size()));
    }

    /** Stops a replica during an operation, which continues after the replica stops accepting others. */
    private void stopDuringAnOperation(ServiceProcess replica) throws Exception {
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (Connection lock = DriverManager.getConnection(postgres.url(database));
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table figure in access exclusive mode");
            Future<Reply> running = client.submit(() -> query(replica, "{figures {totalCount}}"));
            await().until(() -> isWaiting(statement));
            replica.process().destroy();
            await().until(() -> health(replica, "ready").status() == 503);
            assertEquals(
                    "close",
                    query(replica, BRANDS)
                            .response()
                            .headers()
                            .firstValue("connection")
                            .orElse(""));
            Thread.sleep(2_500); // longer than the delay
            assertTrue(replica.process().isAlive());
            lock.rollback();
            assertEquals(200, running.get(10, TimeUnit.SECONDS).status());
        } finally {
            client.shutdown();
        }
        assertEnded(replica);
    }

    private static boolean isWaiting(Statement statement) throws Exception {
        try (var result = statement.executeQuery(
                "select exists (select from pg_locks where not granted and relation = 'figure'::regclass)")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private void stop(ServiceProcess replica) throws InterruptedException {
        replica.process().destroy();
        assertEnded(replica);
    }

    private void assertEnded(ServiceProcess replica) throws InterruptedException {
        assertTrue(replica.process().waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, replica.process().exitValue());
        assertFalse(replica.output().contains("ERROR"), replica::output);
        replicas.remove(replica);
        replica.close();
    }
}
