package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.execute;
import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.health;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.BrandRows;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The database of the packaged service fails in various ways while requests are running. During the fault every answer
 * is correct, a 503 with a code, or says that the deadline passed; afterwards the service recovers by itself.
 */
@Timeout(300)
@Tag("faults")
class FaultIT {

    private static final String DATABASE = "faulty";

    /** Both names are always changed together. */
    private static final String PAIR = "{left: brand(slug: \"left\") {name} right: brand(slug: \"right\") {name}}";

    /** No trigger or view depends on this column, so that its type can change. */
    private static final String DEVICE_NAMES =
            "{left: device(slug: \"xiaomi-13-ultra\") {name} right: device(slug: \"xiaomi-13-ultra\") {name}}";

    private static PostgresProcess postgres;
    private static TcpProxy network;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        postgres = PostgresProcess.shared();
        postgres.create(DATABASE);
        network = new TcpProxy(0, postgres.port());
        service = ServiceProcess.launch(Map.of(
                "RANGEFINDER_DATABASE_URL", PostgresProcess.url(DATABASE, network.port()),
                "RANGEFINDER_CACHE_SIZE", "0", // so that every answer is read
                "RANGEFINDER_LIMITS_DEADLINE", "3S",
                "RANGEFINDER_WORKERS_THREADS", "8",
                "QUARKUS_DATASOURCE_READING_JDBC_MAX_SIZE", "4",
                "QUARKUS_DATASOURCE_READING_JDBC_ACQUISITION_TIMEOUT", "1S"));
        awaitReady(service);
        execute(postgres.url(DATABASE), BrandRows.insert("values ('left', '0'), ('right', '0')"));
    }

    @AfterAll
    static void end() throws Exception {
        service.close();
        network.close();
    }

    @BeforeEach
    void awaitHealth() {
        awaitReady(service);
        await().until(() -> query(service, PAIR).status() == 200);
    }

    @Test
    void serviceRecoversAfterTheDatabaseIsKilled() throws Exception {
        AtomicInteger committed = new AtomicInteger(Integer.parseInt(number()));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (LoadGenerator load = new LoadGenerator(() -> service, PAIR)) {
            writer.submit(() -> change(committed));
            int before = committed.get();
            await().until(() -> committed.get() > before + 10 && load.count(200) > 10);
            postgres.kill();
            await().until(() -> load.count(503) > 10);
            assertEquals(503, health(service, "ready").status());
            postgres.restart();
            awaitRecovery(load);
        } finally {
            writer.shutdown();
        }
        assertTrue(Integer.parseInt(number()) >= committed.get(), "a committed change was lost");
    }

    private static String number() throws SQLException {
        return value(postgres.url(DATABASE), "select name from brand where slug = 'left'");
    }

    /** Changes both names by two statements, until the database fails. */
    private static Void change(AtomicInteger committed) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(DATABASE));
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on"); // off by default in test servers, which may lose commits
            connection.setAutoCommit(false);
            while (true) {
                int next = committed.get() + 1;
                statement.execute("update brand set name = '" + next + "' where slug = 'left'");
                statement.execute("update brand set name = '" + next + "' where slug = 'right'");
                connection.commit();
                committed.set(next);
            }
        }
    }

    @Test
    void serviceRecoversAfterTerminatedConnections() throws Exception {
        try (LoadGenerator load = new LoadGenerator(() -> service, PAIR)) {
            await().until(() -> load.count(200) > 10);
            for (int i = 0; i < 5; i++) {
                execute(postgres.url(DATABASE), """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()\
                    """);
                Thread.sleep(100);
            }
            awaitRecovery(load);
        }
    }

    @Test
    void serviceRecoversAfterCutConnections() throws Exception {
        try (LoadGenerator load = new LoadGenerator(() -> service, PAIR)) {
            await().until(() -> load.count(200) > 10);
            for (int i = 0; i < 5; i++) {
                network.cut();
                Thread.sleep(100);
            }
            awaitRecovery(load);
        }
    }

    @Test
    void serviceRecoversAfterASilentNetwork() throws Exception {
        try (LoadGenerator load = new LoadGenerator(() -> service, PAIR)) {
            await().until(() -> load.count(200) > 10);
            network.silence(true);
            await().until(() -> load.count(503) >= 4); // TCP alone would retry for a quarter of an hour
            assertEquals(503, health(service, "ready").status());
            network.silence(false);
            awaitRecovery(load);
        } finally {
            network.silence(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle_session_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"})
    void serviceRecoversAfterTimeoutsOfTheDatabase(String timeout) throws Exception {
        try (LoadGenerator load = new LoadGenerator(() -> service, PAIR)) {
            try {
                alter("set " + timeout + " = '10ms'");
                await().until(() -> load.replies().size() > 200);
            } finally {
                alter("reset " + timeout);
            }
            awaitRecovery(load);
        }
    }

    /** Changes a setting of the database, and terminates its sessions. */
    private static void alter(String change) throws SQLException {
        execute(postgres.url("postgres"), "alter database " + DATABASE + ' ' + change);
        execute(
                postgres.url("postgres"),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + DATABASE + '\'');
    }

    @Test
    void serviceRecoversAfterChangedColumnTypes() throws Exception {
        String names = value(postgres.url(DATABASE), "select pg_get_viewdef('named_object'::regclass)");
        String counting = value(
                postgres.url(DATABASE),
                "select pg_get_triggerdef(oid) from pg_trigger where tgname = 'device_counts_its_versions'");
        // A migration that changes the type of such a column drops and creates the views and the trigger that have it.
        execute(
                postgres.url(DATABASE),
                "drop view named_object, asof.device, validon.device, asof_validon.device cascade");
        execute(postgres.url(DATABASE), "drop trigger device_counts_its_versions on device");
        try (LoadGenerator load = new LoadGenerator(() -> service, DEVICE_NAMES)) {
            for (String type : List.of("varchar(200)", "varchar(300)", "text")) {
                long before = load.count(200);
                await().until(() -> load.count(200) > before + 20);
                execute(postgres.url(DATABASE), "alter table device alter column name type " + type);
            }
            awaitRecovery(load);
        }
        execute(postgres.url(DATABASE), counting);
        execute(postgres.url(DATABASE), "create view named_object as " + names);
        execute(postgres.url(DATABASE), "select derive_asof()");
    }

    @Test
    void serviceRecoversAfterAMissingColumn() throws Exception {
        try (LoadGenerator load = new LoadGenerator(() -> service, PAIR)) {
            await().until(() -> load.count(200) > 10);
            execute(postgres.url(DATABASE), "alter table brand rename column name to title");
            try {
                await().until(() -> load.count(503) > 10);
            } finally {
                execute(postgres.url(DATABASE), "alter table brand rename column title to name");
            }
            awaitRecovery(load);
        }
    }

    @Test
    void exhaustedPoolReturns503AndStaysReady() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<CompletableFuture<Reply>> holders;
        try (Connection lock = DriverManager.getConnection(postgres.url(DATABASE));
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table figure in access exclusive mode");
            holders = Stream.generate(() -> CompletableFuture.supplyAsync(FaultIT::queryFigures, clients))
                    .limit(4)
                    .toList();
            await().until(() -> value(
                            postgres.url(DATABASE),
                            "select count(*) from pg_locks where not granted and relation = 'figure'::regclass")
                    .equals("4"));
            Reply rejected = query(service, PAIR);
            assertTrue(rejected.isUnavailable(), rejected::toString);
            assertEquals(200, health(service, "ready").status(), "a busy service is still ready");
            lock.rollback();
        }
        for (CompletableFuture<Reply> holder : holders) {
            Reply reply = holder.get(20, TimeUnit.SECONDS);
            assertTrue(reply.status() == 200 || isUnanswered(reply), reply::toString);
        }
        clients.shutdown();
        assertEquals(200, query(service, PAIR).status());
    }

    private static Reply queryFigures() {
        try {
            return query(service, "{figures {totalCount}}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checks that all answers are soon correct again, and that the previous ones were correct or unanswered. */
    private static void awaitRecovery(LoadGenerator load) throws Exception {
        await().atMost(30, TimeUnit.SECONDS).until(() -> query(service, PAIR).status() == 200);
        awaitReady(service);
        int before = load.replies().size();
        await().until(() -> load.replies().size() > before + 50);
        load.finish();
        List<Reply> replies = load.replies();
        assertEquals(
                List.of(),
                replies.stream()
                        .filter(reply -> !isCorrect(reply) && !isUnanswered(reply))
                        .toList());
        assertEquals(
                List.of(),
                replies.subList(before, replies.size()).stream()
                        .filter(FaultIT::isUnanswered)
                        .skip(4) // the pool may still contain dead connections
                        .toList());
        assertTrue(service.process().isAlive());
    }

    private static boolean isUnanswered(Reply reply) {
        return reply.isUnavailable() || reply.exceededItsDeadline();
    }

    private static boolean isCorrect(Reply reply) {
        String left = reply.json().getString("data.left.name");
        return reply.status() == 200
                && reply.json().get("errors") == null
                && left != null
                && left.equals(reply.json().getString("data.right.name"));
    }
}
