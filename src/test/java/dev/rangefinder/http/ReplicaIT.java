package dev.rangefinder.http;

import static dev.rangefinder.http.ReplicatedService.await;
import static dev.rangefinder.http.ReplicatedService.revisionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import dev.rangefinder.http.RevisionReader.Committed;
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

/** Operations read a replica of the database, and fall back to the primary if the replica is unusable. */
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

    private static String document(String slug) {
        return "{brand(slug: \"" + slug + "\") {name}}";
    }

    private Reply query(String slug, long atLeast) {
        return client.query(document(slug), "catalogue-revision-at-least", Long.toString(atLeast));
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
        assertRead("Before", before, client.query(document("shown")));

        long after = service.save("shown", "After");
        for (int i = 0; i < 3; i++) { // the first is executed, the others come from the cache
            assertRead("Before", before, client.query(document("shown")));
        }
        service.replica().resume();
        await(() -> revisionOf(client.query(document("shown"))) == after);
        assertRead("After", after, client.query(document("shown")));
    }

    @Test
    void answerIsAtLeastOfTheRequestedRevision() throws Exception {
        service.save("known", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("known", "After");

        for (int i = 0; i < 3; i++) {
            assertRead("After", after, query("known", after));
            assertRead("Before", before, query("known", before));
        }
        assertRead("After", after, asExtension("known", after, ""));
        assertRead("Before", before, asExtension("known", before, ""));
        Reply withCost = asExtension("known", after, ",\"cost\":true");
        assertEquals("After", withCost.json().getString("data.brand.name"));
        assertEquals(after, withCost.json().getLong("extensions.cost.revision"));
    }

    /** Also from the replica, however far it lags behind; it does not know later revisions. */
    @Test
    void momentIsReadWhereItIsKnown() throws Exception {
        long first = service.save("moment", "First");
        long second = service.save("moment", "Second");
        service.awaitReplica(second);
        service.awaitStaleAnswers();
        long third = service.save("moment", "Third");

        for (int i = 0; i < 2; i++) {
            assertRead("First", first, client.query("query @asOf(revision: " + first + ") " + document("moment")));
            assertRead("Second", second, client.query("query @asOf(revision: " + second + ") " + document("moment")));
            assertRead("Third", third, client.query("query @asOf(revision: " + third + ") " + document("moment")));
        }
        assertEquals(
                "REVISION_NOT_REACHED",
                client.query("query @asOf(revision: " + (third + 1) + ") " + document("moment"))
                        .code());
    }

    /** On a day in the world, an answer is as recent as one without it. */
    @Test
    void dayIsReadFromTheRequiredRevision() throws Exception {
        service.save("day", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("day", "After");
        String document = "query @asOf(validOn: \"2020\") " + document("day");

        for (int i = 0; i < 3; i++) {
            assertRead("After", after, client.query(document, "catalogue-revision-at-least", Long.toString(after)));
            assertRead("Before", before, client.query(document));
        }
    }

    /** So do the records that refusals refer to. */
    @Test
    void payloadsHaveTheirChangesWhileTheReplicaIsStale() throws Exception {
        service.save("edited", "Before");
        service.awaitStaleAnswers();
        String cite = "mutation {citeDocument(input: {key: \"edited\"}) {citation {key} revision"
                + " errors {... on AlreadyExists {existing {... on Citation {key}}}}}}";

        Reply reply = client.query(cite, "authorization", service.editor());
        assertEquals("edited", reply.json().getString("data.citeDocument.citation.key"));
        assertEquals(reply.json().getLong("data.citeDocument.revision"), revisionOf(reply));

        Reply refused = client.query(cite, "authorization", service.editor());
        assertEquals("edited", refused.json().getString("data.citeDocument.errors[0].existing.key"));
    }

    @Test
    void operationsThatFallBackToThePrimaryAreCounted() throws Exception {
        service.save("counted", "Before");
        service.awaitStaleAnswers();
        long after = service.save("counted", "After");
        double outdated = fallbacks("OUTDATED");
        assertRead("After", after, query("counted", after));
        assertEquals(outdated + 1, fallbacks("OUTDATED"));

        double failed = fallbacks("FAILED");
        service.replica().kill();
        assertRead("After", after, client.query(document("counted") + "#"));
        assertEquals(failed + 1, fallbacks("FAILED"));
        service.replica().restore();
        service.awaitStaleAnswers();
    }

    private static double fallbacks(String reason) {
        return service.metrics().sum("rangefinder_replica_turned_total", "reason=\"" + reason + '"');
    }

    private Reply asExtension(String slug, long atLeast, String more) {
        String query = document(slug).replace("\"", "\\\"");
        return client.post("{\"query\":\"" + query + "\",\"extensions\":{\"revision\":{\"atLeast\":" + atLeast + "}"
                + more + "}}");
    }

    @Test
    void replicaAnswersUntilItLags() throws Exception {
        service.save("late", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("late", "After");
        try (ServiceProcess strict = service.start(Duration.ofSeconds(1))) {
            Client demanding = new Client(strict.graphQL());
            await(() -> revisionOf(demanding.query(document("late"))) == after);
            long last = service.save("late", "Last");
            await(() -> revisionOf(demanding.query(document("late"))) == last);
            for (int i = 0; i < 3; i++) {
                assertRead("Last", last, demanding.query(document("late")));
            }
            assertEquals("Last", withCost(demanding, document("late")).json().getString("data.brand.name"));
            assertRead("Before", before, client.query(document("late")));

            service.replica().resume();
            service.awaitReplica(service.save("late", "Once more"));
            try (Connection devices = lockWithReplica("brand_device")) {
                CompletableFuture<Reply> reply =
                        demanding.queryAsync("{brands(first: 2) {nodes {name devices {totalCount}}}}");
                await(() -> service.replica().query(waitingFor("brand_device")).equals("t"));
                devices.rollback();
                assertEquals(200, reply.get(10, TimeUnit.SECONDS).status());
            }
        }
    }

    private static Reply withCost(Client client, String query) {
        return client.post("{\"query\":\"" + query.replace("\"", "\\\"") + "\",\"extensions\":{\"cost\":true}}");
    }

    @Test
    void tagBelongsToTheRevisionThatWasRead() throws Exception {
        service.save("tagged", "Before");
        long before = service.awaitStaleAnswers();
        long after = service.save("tagged", "After");

        Reply old = client.query(document("tagged"));
        assertRead("Before", before, old);
        assertEquals(
                304,
                client.query(document("tagged"), "if-none-match", old.header("etag"))
                        .status());
        Reply recent = query("tagged", after, "if-none-match", old.header("etag"));
        assertRead("After", after, recent);
        assertNotEquals(old.header("etag"), recent.header("etag"));
        Reply unchanged = query("tagged", after, "if-none-match", recent.header("etag"));
        assertEquals(304, unchanged.status());
        assertEquals(after, revisionOf(unchanged));
        Reply olderThanKnown = client.query(document("tagged"), "if-none-match", recent.header("etag"));
        assertRead("Before", before, olderThanKnown);
    }

    private Reply query(String slug, long atLeast, String header, String value) {
        return client.query(document(slug), "catalogue-revision-at-least", Long.toString(atLeast), header, value);
    }

    @Test
    void requestedRevisionIsAlwaysReached() throws Exception {
        long revision = service.save("counter", "0");
        service.awaitReplica(revision);
        AtomicReference<Committed> committed = new AtomicReference<>(new Committed(0, revision));
        AtomicBoolean finished = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 2);
        Future<?> writer = threads.submit(() -> {
            for (long number = 1; !finished.get(); number++) {
                committed.set(new Committed(number, service.save("counter", Long.toString(number))));
                Thread.sleep(ThreadLocalRandom.current().nextInt(6));
            }
            return null;
        });
        Future<?> pauser = threads.submit(() -> {
            while (!finished.get()) {
                service.replica().pause();
                Thread.sleep(30);
                service.replica().resume();
                Thread.sleep(60);
            }
            return null;
        });
        List<Future<Integer>> readers = Stream.generate(
                        () -> new RevisionReader(service.address(), committed::get, READS))
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
        pauser.get();
        threads.shutdown();
        assertTrue(stale > 20, "There were too few stale answers to requests without a revision: " + stale);
    }

    @Test
    void operationsWaitingForAFutureRevisionDoNotBlockOthers() throws Exception {
        long never = service.save("busy", "Busy") + 1_000_000;
        String query =
                "{\"query\":\"{brands {totalCount}}\",\"extensions\":{\"revision\":{\"atLeast\":" + never + "}}}";
        ExecutorService threads = Executors.newFixedThreadPool(30);
        List<Future<Reply>> waiting = Stream.generate(() -> threads.submit(() -> client.post(query)))
                .limit(30)
                .toList();
        await(() -> waiting.stream().filter(Future::isDone).count() >= 26);
        assertEquals(200, client.query(document("busy")).status());
        assertFalse(waiting.stream().allMatch(Future::isDone), "four of them are still waiting");
        for (Future<Reply> reply : waiting) {
            assertEquals(412, reply.get().status());
            assertEquals("REVISION_NOT_REACHED", reply.get().code());
        }
        threads.shutdown();
    }

    @Test
    void operationsReadThePrimaryWhileTheReplicaIsDown() throws Exception {
        long revision = service.save("gone", "Gone");
        service.awaitStaleAnswers();
        service.replica().resume();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean finished = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<Future<?>> readers = Stream.generate(() -> threads.submit(() -> readUntil(answers, finished)))
                .limit(READERS)
                .<Future<?>>map(reader -> reader)
                .toList();
        await(() -> answers.get() > 30);
        service.replica().kill();
        int before = answers.get();
        assertTrue(revisionOf(query("gone", revision)) >= revision);
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

    private static Void readUntil(AtomicInteger answers, AtomicBoolean finished) throws Exception {
        try (PersistentConnection connection = new PersistentConnection(service.address())) {
            while (!finished.get()) {
                String document =
                        "{brands {totalCount} devices(first: 5) {nodes {name brand {name}}}}#" + answers.get();
                PersistentConnection.Reply reply = connection.get(document, "\"none\"");
                assertEquals(200, reply.status(), reply::body);
                assertFalse(reply.body().contains("\"errors\""), reply::body);
                answers.incrementAndGet();
            }
        }
        return null;
    }

    @Test
    void operationWaitsForARevisionThatOnlyTheReplicaHasShown() throws Exception {
        long before = service.save("early", "Before");
        service.awaitReplica(before);
        service.run("alter system set synchronous_standby_names = 'nobody'");
        service.run("select pg_reload_conf()");
        CompletableFuture<Reply> reply;
        try (Connection other = service.connect()) {
            CompletableFuture<Void> commit = later(other, "update brand set name = 'After' where slug = 'early'");
            service.awaitReplica(before + 1);
            await(() -> revisionOf(client.query(document("early"))) == before + 1);
            assertFalse(commit.isDone(), "the primary waits for a synchronous standby that does not exist");

            service.replica().kill();
            reply = CompletableFuture.supplyAsync(() -> query("early", before + 1), task -> new Thread(task).start());
            Thread.sleep(300);
            assertFalse(reply.isDone());
            assertRead("Before", before, query("early", before));
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

    /** The operation has read brands and waits for a lock on devices when the replay needs to lock brands. */
    @Test
    void operationInConflictWithTheReplayReadsThePrimary() throws Exception {
        service.save("conflict", "Conflict");
        service.awaitStaleAnswers();
        service.replica().resume();
        service.awaitReplica(service.save("conflict", "Conflict 2"));
        try (Connection devices = lockWithReplica("brand_device");
                Connection brands = service.connect()) {
            brands.setAutoCommit(false);
            CompletableFuture<Reply> reply =
                    client.queryAsync("{brands(first: 2) {nodes {name devices {totalCount}}}}");
            await(() -> service.replica().query(waitingFor("brand_device")).equals("t"));
            run(brands, "lock table brand in access exclusive mode");
            service.run("select pg_switch_wal()");
            await(() -> service.query(waitingFor("brand")).equals("t"));
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

    /** Locks a table on the primary and, by its log, on the replica. Nothing that reads the table can be committed then. */
    private static Connection lockWithReplica(String table) throws Exception {
        Connection connection = service.connect();
        connection.setAutoCommit(false);
        run(connection, "lock table " + table + " in access exclusive mode");
        service.run("select pg_logical_emit_message(true, '', '')"); // the earlier log arrives with it
        await(() -> service.replica()
                .query("select exists (select from pg_locks where granted and mode = 'AccessExclusiveLock'"
                        + " and relation = '" + table + "'::regclass)")
                .equals("t"));
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
