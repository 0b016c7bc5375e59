package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operations are kept from coming to an end by locks on the tables that they read. */
@QuarkusTest
@TestProfile(FewWorkers.class)
@Timeout(60)
class OverloadTest {

    private static final String BRANDS = "{brands {totalCount}}";
    private static final String MARKETS = "{markets {totalCount}}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    DataSource database;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void requestsBeyondTheQueueAreRefusedAtOnce() throws Exception {
        CompletableFuture<Reply> running;
        List<CompletableFuture<Reply>> others;
        try (Connection lock = lock("brand")) {
            running = client.askLater(BRANDS);
            awaitWaitingFor("brand");
            others = Stream.generate(() -> client.askLater(MARKETS)).limit(3).toList();
            await(() -> others.stream().filter(CompletableFuture::isDone).count() == 2);
            lock.rollback();
        }
        assertEquals(200, running.get(10, TimeUnit.SECONDS).status());
        for (CompletableFuture<Reply> other : others) {
            Reply reply = other.get(10, TimeUnit.SECONDS);
            assertTrue(
                    reply.status() == 200 || isRefusal(reply),
                    () -> reply.response().body());
        }
        assertEquals(2, others.stream().filter(other -> isRefusal(other.join())).count());
    }

    private static boolean isRefusal(Reply reply) {
        return reply.status() == 503
                && reply.header("retry-after").equals("1")
                && reply.code().equals("UNAVAILABLE");
    }

    @Test
    void aRequestWhoseClientHungUpInTheQueueIsNotExecuted() throws Exception {
        try (Connection deviceLock = lock("device");
                Connection brandLock = lock("brand")) {
            CompletableFuture<Reply> running = client.askLater(BRANDS);
            awaitWaitingFor("brand");
            try (RawConnection impatient = new RawConnection(endpoint)) {
                impatient.send("GET /graphql?query=%7Bdevices%7BtotalCount%7D%7D HTTP/1.1\r\nhost: localhost\r\n\r\n");
                Thread.sleep(500); // until it waits in the queue, which is full then
                await(() -> isRefusal(client.ask(MARKETS)));
            }
            Thread.sleep(500); // until the service has heard of it
            brandLock.rollback();

            assertEquals(200, running.get(10, TimeUnit.SECONDS).status());
            assertEquals(200, client.ask(MARKETS).status(), "the only worker waits for devices that nobody wants");
            deviceLock.rollback();
        }
    }

    private Connection lock(String table) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return connection;
    }

    private void awaitWaitingFor(String table) throws Exception {
        String waiting =
                "select exists (select from pg_locks where not granted and relation = '" + table + "'::regclass)";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            await(() -> isTrue(statement, waiting));
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet result = statement.executeQuery(question)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Something that becomes true. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(20);
        }
    }
}
