package dev.rangefinder.http;

import static dev.rangefinder.http.ReplicatedService.await;
import static dev.rangefinder.http.ReplicatedService.revisionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import dev.rangefinder.http.KnowingReader.Known;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operations read a replica of the database, and the primary where the replica will not do. */
@Timeout(120)
@Tag("faults")
class ReplicaIT {

    private static final int READERS = 3;
    private static final int READS = 1_000;

    private static ReplicatedService service;

    private Client client;

    @BeforeAll
    static void start() throws Exception {
        service = new ReplicatedService();
    }

    @AfterAll
    static void stop() throws SQLException {
        service.close();
    }

    @BeforeEach
    void connect() {
        client = service.client();
    }

    @AfterEach
    void restore() throws Exception {
        service.replica().restore();
    }

    private static String named(String slug) {
        return "{brand(slug: \"" + slug + "\") {name}}";
    }

    private Reply ask(String slug, long atLeast) {
        return client.ask(named(slug), "catalogue-revision-at-least", Long.toString(atLeast));
    }

    private static void assertRead(String name, long revision, Reply reply) {
        assertEquals(
                "{\"data\":{\"brand\":{\"name\":\"" + name + "\"}}}",
                reply.response().body());
        assertEquals(revision, revisionOf(reply));
    }

    @Test
    void operationsReadTheReplica() throws Exception {
        service.save("shown", "Before");
        long before = service.awaitStaleAnswers();
        assertRead("Before", before, client.ask(named("shown")));

        long after = service.save("shown", "After");
        for (int i = 0; i < 3; i++) { // the first is executed, the others are kept answers
            assertRead("Before", before, client.ask(named("shown")));
        }
        service.replica().resume();
        await(() -> revisionOf(client.ask(named("shown"))) == after);
        assertRead("After", after, client.ask(named("shown")));
    }

    @Test
    void aClientIsAnsweredFromARevisionThatItKnowsOrALaterOne() throws Exception {
        service.save("known", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("known", "After");

        for (int i = 0; i < 3; i++) {
            assertRead("After", after, ask("known", after));
            assertRead("Before", before, ask("known", before));
        }
        assertRead("After", after, asExtension("known", after, ""));
        assertRead("Before", before, asExtension("known", before, ""));
        Reply priced = asExtension("known", after, ",\"cost\":true");
        assertEquals("After", priced.json().getString("data.brand.name"));
        assertEquals(after, priced.json().getLong("extensions.cost.revision"));
    }

    @Test
    void operationsThatTurnToThePrimaryAreCounted() throws Exception {
        service.save("counted", "Before");
        service.awaitStaleAnswers();
        long after = service.save("counted", "After");
        double outdated = turned("OUTDATED");
        assertRead("After", after, ask("counted", after));
        assertEquals(outdated + 1, turned("OUTDATED"));

        double failed = turned("FAILED");
        service.replica().kill();
        assertRead("After", after, client.ask(named("counted") + "#"));
        assertEquals(failed + 1, turned("FAILED"));
        service.replica().restore();
        service.awaitStaleAnswers();
    }

    private static double turned(String reason) {
        return service.metrics().sum("rangefinder_replica_turned_total", "reason=\"" + reason + '"');
    }

    private Reply asExtension(String slug, long atLeast, String more) {
        String query = named(slug).replace("\"", "\\\"");
        return client.post("{\"query\":\"" + query + "\",\"extensions\":{\"revision\":{\"atLeast\":" + atLeast + "}"
                + more + "}}");
    }

    @Test
    void nobodyReadsAReplicaThatIsTooLate() throws Exception {
        service.save("late", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("late", "After");
        try (ServiceProcess strict = service.start(Duration.ofSeconds(1))) {
            Client demanding = new Client(strict.graphQL());
            await(() -> revisionOf(demanding.ask(named("late"))) == after);
            long last = service.save("late", "Last");
            await(() -> revisionOf(demanding.ask(named("late"))) == last);
            for (int i = 0; i < 3; i++) {
                assertRead("Last", last, demanding.ask(named("late")));
            }
            assertEquals("Last", priced(demanding, named("late")).json().getString("data.brand.name"));
            assertRead("Before", before, client.ask(named("late")));

            service.replica().resume();
            try (Connection devices = lock("device")) {
                service.awaitReplica(service.save("late", "Once more")); // what was logged before arrives with it
                CompletableFuture<Reply> reply =
                        demanding.askLater("{brands(first: 2) {nodes {name devices {totalCount}}}}");
                await(() -> service.replica().ask(waitingFor("device")).equals("t"));
                devices.rollback();
                assertEquals(200, reply.get(10, TimeUnit.SECONDS).status());
            }
        }
    }

    private static Reply priced(Client client, String query) {
        return client.post("{\"query\":\"" + query.replace("\"", "\\\"") + "\",\"extensions\":{\"cost\":true}}");
    }

    @Test
    void tagsStandForTheRevisionThatWasRead() throws Exception {
        service.save("tagged", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("tagged", "After");

        Reply old = client.ask(named("tagged"));
        assertRead("Before", before, old);
        assertEquals(
                304,
                client.ask(named("tagged"), "if-none-match", old.header("etag")).status());
        Reply recent = ask("tagged", after, "if-none-match", old.header("etag"));
        assertRead("After", after, recent);
        assertNotEquals(old.header("etag"), recent.header("etag"));
        Reply unchanged = ask("tagged", after, "if-none-match", recent.header("etag"));
        assertEquals(304, unchanged.status());
        assertEquals(after, revisionOf(unchanged));
        Reply olderThanKnown = client.ask(named("tagged"), "if-none-match", recent.header("etag"));
        assertRead("Before", before, olderThanKnown);
    }

    private Reply ask(String slug, long atLeast, String header, String value) {
        return client.ask(named(slug), "catalogue-revision-at-least", Long.toString(atLeast), header, value);
    }

    @Test
    void aClientNeverReadsLessThanItKnows() throws Exception {
        long revision = service.save("counter", "0");
        service.awaitReplica(revision);
        AtomicReference<Known> committed = new AtomicReference<>(new Known(0, revision));
        AtomicBoolean finished = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 2);
        Future<?> writer = threads.submit(() -> {
            for (long number = 1; !finished.get(); number++) {
                committed.set(new Known(number, service.save("counter", Long.toString(number))));
                Thread.sleep(ThreadLocalRandom.current().nextInt(6));
            }
            return null;
        });
        Future<?> brake = threads.submit(() -> {
            while (!finished.get()) {
                service.replica().pause();
                Thread.sleep(30);
                service.replica().resume();
                Thread.sleep(60);
            }
            return null;
        });
        List<Future<Integer>> readers = Stream.generate(
                        () -> new KnowingReader(service.address(), committed::get, READS))
                .limit(READERS)
                .map(threads::submit)
                .toList();
        int stale = 0;
        try {
            for (Future<Integer> reader : readers) {
                stale += reader.get();
            }
        } finally {
            finished.set(true);
        }
        writer.get();
        brake.get();
        threads.shutdown();
        assertTrue(stale > 20, "Without the demand there were only a few answers that are too old: " + stale);
    }

    @Test
    void waitingForWhatNeverComesKeepsNobodyFromWorking() throws Exception {
        long never = service.save("busy", "Busy") + 1_000_000;
        String query =
                "{\"query\":\"{brands {totalCount}}\",\"extensions\":{\"revision\":{\"atLeast\":" + never + "}}}";
        ExecutorService threads = Executors.newFixedThreadPool(30);
        List<Future<Reply>> waiting = Stream.generate(() -> threads.submit(() -> client.post(query)))
                .limit(30)
                .toList();
        await(() -> waiting.stream().filter(Future::isDone).count() >= 26);
        assertEquals(200, client.ask(named("busy")).status());
        assertFalse(waiting.stream().allMatch(Future::isDone), "four of them wait for a while");
        for (Future<Reply> reply : waiting) {
            assertEquals(412, reply.get().status());
            assertEquals("REVISION_NOT_REACHED", reply.get().code());
        }
        threads.shutdown();
    }

    @Test
    void operationsReadThePrimaryWhileTheReplicaIsGone() throws Exception {
        long revision = service.save("gone", "Gone");
        service.awaitStaleAnswers();
        service.replica().resume();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean finished = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<Future<?>> readers = Stream.generate(() -> threads.submit(() -> walk(answers, finished)))
                .limit(READERS)
                .<Future<?>>map(reader -> reader)
                .toList();
        await(() -> answers.get() > 30);
        service.replica().kill();
        int before = answers.get();
        assertTrue(revisionOf(ask("gone", revision)) >= revision);
        assertEquals(
                200, service.readiness().send("GET", BodyPublishers.noBody()).status());
        await(() -> answers.get() > before + 30 || readers.stream().anyMatch(Future::isDone));
        finished.set(true);
        for (Future<?> reader : readers) {
            reader.get();
        }
        threads.shutdown();

        service.replica().restore();
        service.awaitStaleAnswers();
    }

    private static Void walk(AtomicInteger answers, AtomicBoolean finished) throws Exception {
        try (KeptConnection connection = new KeptConnection(service.address())) {
            while (!finished.get()) {
                String walk = "{brands {totalCount} devices(first: 5) {nodes {name brand {name}}}}#" + answers.get();
                KeptConnection.Reply reply = connection.get(walk, "\"none\"");
                assertEquals(200, reply.status(), reply::body);
                assertFalse(reply.body().contains("\"errors\""), reply::body);
                answers.incrementAndGet();
            }
        }
        return null;
    }

    @Test
    void aRevisionThatOnlyTheReplicaShowsIsWaitedFor() throws Exception {
        long before = service.save("early", "Before");
        service.awaitReplica(before);
        service.run("alter system set synchronous_standby_names = 'nobody'");
        service.run("select pg_reload_conf()");
        CompletableFuture<Reply> reply;
        try (Connection other = service.connect()) {
            CompletableFuture<Void> commit = later(other, "update brand set name = 'After' where slug = 'early'");
            service.awaitReplica(before + 1);
            await(() -> revisionOf(client.ask(named("early"))) == before + 1);
            assertFalse(commit.isDone(), "the primary waits for a replica that is not there");

            service.replica().kill();
            reply = CompletableFuture.supplyAsync(() -> ask("early", before + 1), task -> new Thread(task).start());
            Thread.sleep(300);
            assertFalse(reply.isDone());
            assertRead("Before", before, ask("early", before));
        } finally {
            service.run("alter system reset synchronous_standby_names");
            service.run("select pg_reload_conf()");
        }
        assertRead("After", before + 1, reply.get());
        service.replica().restore();
        service.awaitStaleAnswers();
    }

    private static CompletableFuture<Void> later(Connection connection, String sql) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    /** The operation has read brands and waits for a lock on devices, when the replica needs all of the brands. */
    @Test
    void anOperationThatIsInTheWayOfTheReplicationReadsThePrimary() throws Exception {
        service.save("conflict", "Conflict");
        service.awaitStaleAnswers();
        service.replica().resume();
        try (Connection devices = lock("device");
                Connection brands = service.connect()) {
            brands.setAutoCommit(false);
            service.save("conflict", "Conflict 2"); // what was logged before arrives with it
            service.awaitReplica(service.revision());
            CompletableFuture<Reply> reply = client.askLater("{brands(first: 2) {nodes {name devices {totalCount}}}}");
            await(() -> service.replica().ask(waitingFor("device")).equals("t"));
            run(brands, "lock table brand in access exclusive mode");
            service.run("select pg_switch_wal()");
            await(() -> service.ask(waitingFor("brand")).equals("t"));
            devices.rollback();
            brands.rollback();
            Reply answer = reply.get(10, TimeUnit.SECONDS);
            assertEquals(200, answer.status(), answer.response().body());
            assertFalse(
                    answer.response().body().contains("errors"),
                    answer.response().body());
        }
        service.awaitStaleAnswers();
    }

    private static String waitingFor(String table) {
        return "select exists (select from pg_locks where not granted and relation = '" + table + "'::regclass)";
    }

    private static Connection lock(String table) throws SQLException {
        Connection connection = service.connect();
        connection.setAutoCommit(false);
        run(connection, "lock table " + table + " in access exclusive mode");
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
