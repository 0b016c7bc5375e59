package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.Asking.ask;
import static dev.rangefinder.lifecycle.Asking.await;
import static dev.rangefinder.lifecycle.Asking.awaitReady;
import static dev.rangefinder.lifecycle.Asking.health;
import static dev.rangefinder.lifecycle.PostgresProcess.execute;
import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.Asking.Reply;
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
 * The database of the packaged service fails in the middle of its work, in every way that it can. While that lasts every
 * answer is right, or a 503 with a code; afterwards all is as before, and nobody did anything about it.
 */
@Timeout(300)
@Tag("faults")
class FaultIT {

    private static final String DATABASE = "faulty";

    /** Both are always changed together. */
    private static final String PAIR = "{left: brand(slug: \"left\") {name} right: brand(slug: \"right\") {name}}";

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
        execute(postgres.url(DATABASE), """
            insert into brand (slug, name, makes, standing)
            values ('left', '0', 'HANDSETS', 'RUMOURED'), ('right', '0', 'HANDSETS', 'RUMOURED')\
            """);
    }

    @AfterAll
    static void end() throws Exception {
        service.close();
        network.close();
    }

    @BeforeEach
    void awaitHealth() {
        awaitReady(service);
        await().until(() -> ask(service, PAIR).status() == 200);
    }

    @Test
    void databaseIsKilledAndStartsAgain() throws Exception {
        AtomicInteger committed = new AtomicInteger(Integer.parseInt(number()));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (Load load = new Load(() -> service, PAIR)) {
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
        assertTrue(Integer.parseInt(number()) >= committed.get(), "a committed change is lost");
    }

    private static String number() throws SQLException {
        return value(postgres.url(DATABASE), "select name from brand where slug = 'left'");
    }

    /** Changes both names by two statements, until the database is gone. */
    private static Void change(AtomicInteger committed) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(DATABASE));
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on"); // without it, the servers of tests are faster and forget
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
    void databaseEndsItsConnections() throws Exception {
        try (Load load = new Load(() -> service, PAIR)) {
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
    void networkCutsConnections() throws Exception {
        try (Load load = new Load(() -> service, PAIR)) {
            await().until(() -> load.count(200) > 10);
            for (int i = 0; i < 5; i++) {
                network.cut();
                Thread.sleep(100);
            }
            awaitRecovery(load);
        }
    }

    @Test
    void networkLosesEverythingWithoutAWord() throws Exception {
        try (Load load = new Load(() -> service, PAIR)) {
            await().until(() -> load.count(200) > 10);
            network.silence(true);
            await().until(() -> load.count(503) >= 4); // TCP alone would try for a quarter of an hour
            assertEquals(503, health(service, "ready").status());
            network.silence(false);
            awaitRecovery(load);
        } finally {
            network.silence(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle_session_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"})
    void databaseEndsWhatIsIdleOrTakesLong(String timeout) throws Exception {
        try (Load load = new Load(() -> service, PAIR)) {
            try {
                alter("set " + timeout + " = '10ms'");
                await().until(() -> load.replies().size() > 200);
            } finally {
                alter("reset " + timeout);
            }
            awaitRecovery(load);
        }
    }

    /** Changes a setting of the database, which the next sessions have. */
    private static void alter(String change) throws SQLException {
        execute(postgres.url("postgres"), "alter database " + DATABASE + ' ' + change);
        execute(
                postgres.url("postgres"),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + DATABASE + '\'');
    }

    @Test
    void columnsChangeTheirTypes() throws Exception {
        try (Load load = new Load(() -> service, PAIR)) {
            for (String type : List.of("varchar(200)", "varchar(300)", "text")) {
                long before = load.count(200);
                await().until(() -> load.count(200) > before + 20);
                execute(postgres.url(DATABASE), "alter table brand alter column name type " + type);
            }
            awaitRecovery(load);
        }
    }

    @Test
    void columnIsMissingForAWhile() throws Exception {
        try (Load load = new Load(() -> service, PAIR)) {
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
    void everyConnectionIsInUse() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<CompletableFuture<Reply>> holders;
        try (Connection lock = DriverManager.getConnection(postgres.url(DATABASE));
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table figure in access exclusive mode");
            holders = Stream.generate(() -> CompletableFuture.supplyAsync(FaultIT::askFigures, clients))
                    .limit(4)
                    .toList();
            await().until(() -> value(
                            postgres.url(DATABASE),
                            "select count(*) from pg_locks where not granted and relation = 'figure'::regclass")
                    .equals("4"));
            Reply refused = ask(service, PAIR);
            assertTrue(refused.isUnavailable(), refused::toString);
            assertEquals(200, health(service, "ready").status(), "busy is not out of order");
            lock.rollback();
        }
        for (CompletableFuture<Reply> holder : holders) {
            Reply reply = holder.get(20, TimeUnit.SECONDS);
            assertTrue(reply.status() == 200 || reply.isUnavailable(), reply::toString);
        }
        clients.shutdown();
        assertEquals(200, ask(service, PAIR).status());
    }

    private static Reply askFigures() {
        try {
            return ask(service, "{figures {totalCount}}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Soon all answers are right again, and all that came before were right or told that there is none. */
    private static void awaitRecovery(Load load) throws Exception {
        await().atMost(30, TimeUnit.SECONDS).until(() -> ask(service, PAIR).status() == 200);
        awaitReady(service);
        int before = load.replies().size();
        await().until(() -> load.replies().size() > before + 50);
        load.finish();
        List<Reply> replies = load.replies();
        assertEquals(
                List.of(),
                replies.stream().filter(reply -> !isRightOrUnavailable(reply)).toList());
        assertEquals(
                List.of(),
                replies.subList(before, replies.size()).stream()
                        .filter(Reply::isUnavailable)
                        .skip(4) // a connection of the pool may still be found to be dead
                        .toList());
        assertTrue(service.process().isAlive());
    }

    private static boolean isRightOrUnavailable(Reply reply) {
        if (reply.status() != 200) {
            return reply.isUnavailable();
        }
        String code = reply.json().getString("errors[0].extensions.code");
        String left = reply.json().getString("data.left.name");
        return code == null
                ? left.equals(reply.json().getString("data.right.name"))
                : code.equals("DEADLINE_EXCEEDED"); // the network came back in the last moment
    }
}
