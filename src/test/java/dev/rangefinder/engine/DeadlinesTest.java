package dev.rangefinder.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.LockedTable;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.RunningRead;
import dev.rangefinder.transaction.Sql;
import dev.rangefinder.transaction.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation that exceeds its deadline or is cancelled also ends in the database. */
@QuarkusTest
@Timeout(120)
class DeadlinesTest {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final String SLEEP = "{ sleep(milliseconds: 600000) { slept } }";
    private static final String NAP = "{ sleep(milliseconds: 1) { slept } }";
    private static final int OPERATIONS = 1_500;

    @Inject
    ReadContexts reads;

    private SleepingEngine hasty;
    private SleepingEngine patient;
    private SleepingEngine thrifty;
    private AgroalDataSource observer;

    /**
     * The maximum delay of a cancellation, adapted to the duration of operations so that about half of them complete.
     */
    private volatile long delay = 1_000_000;

    @BeforeEach
    void start() {
        hasty = new SleepingEngine(reads, SOON);
        patient = new SleepingEngine(reads, NEVER);
        thrifty = new SleepingEngine(reads, NEVER, Duration.ofMillis(300));
        observer = TestDatabase.ofService(1);
    }

    @AfterEach
    void stop() throws SQLException {
        hasty.stop();
        patient.stop();
        thrifty.stop();
        assertEquals(0, sleeping());
        observer.close();
    }

    private int sleeping() throws SQLException {
        return Integer.parseInt(TestDatabase.text(observer, """
                select count(*) from pg_stat_activity
                where state <> 'idle' and query like '%pg_sleep(%' and pid <> pg_backend_pid()\
                """));
    }

    @Test
    void operationWithinItsDeadlineIsAnswered() {
        assertEquals(List.of(), codes(patient.answer(NAP)));
    }

    @Test
    void operationPastItsDeadlineIsCancelled() {
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(hasty.answer(SLEEP)));
    }

    @Test
    void deadlineAppliesToTheWholeOperation() {
        String steps = "{ sleep(milliseconds: 5) ".repeat(41) + "{ slept }" + "}".repeat(41);
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(hasty.answer(steps)));
    }

    @Test
    void fieldsAfterTheDeadlineReturnTheSameError() {
        Answer answer =
                hasty.answer("{ a: sleep(milliseconds: 600000) { slept } b: sleep(milliseconds: 1) { slept } }");
        assertEquals(List.of("DEADLINE_EXCEEDED", "DEADLINE_EXCEEDED"), codes(answer));
    }

    @Test
    void operationThatExceedsItsDatabaseTimeIsCancelled() {
        Answer answer =
                thrifty.answer("{ nap: work(milliseconds: 1) { slept } dear: work(milliseconds: 600000) { slept } }");
        assertEquals(List.of("DATABASE_TIME_EXCEEDED"), codes(answer));
        assertFalse(answer.isExecuted(), "partial data is returned");
        assertTrue(answer.errors().get(0).getMessage().contains("`dear`"), answer.errors()::toString);
        assertEquals(40, answer.errors().get(0).getLocations().get(0).getColumn());
    }

    @Test
    void databaseTimeIsTheSumOverAllStatements() {
        String steps = "{ work(milliseconds: 20) ".repeat(40) + "{ slept }" + "}".repeat(40);
        assertEquals(List.of("DATABASE_TIME_EXCEEDED"), codes(thrifty.answer(steps)));
    }

    /** For example one that waits for a lock, or for a database that is busy with other operations. */
    @Test
    void waitingDoesNotCountAsDatabaseTime() {
        assertEquals(List.of(), codes(thrifty.answer("{ sleep(milliseconds: 1000) { slept } }")));
    }

    /** The objects come from views, whose sizes are those of several tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ brands { nodes { timeline { totalCount nodes { on } } } } }",
                "{ partnerships(filter: {territories: {some: {included: {eq: true}}}}) { nodes { timeline { totalCount } } } }",
                "query @asOf(revision: 1) { brands { nodes { timeline { totalCount } } } }",
                "{ citations { nodes { supports { totalCount } } } }"
            })
    void waitingDoesNotCountForObjectsOfSeveralTables(String document) throws Exception {
        CompletableFuture<JsonNode> answer;
        try (LockedTable claims = new LockedTable("claim")) {
            answer = CompletableFuture.supplyAsync(() -> GraphQLClient.data(document));
            claims.awaitWaiting(1);
            Thread.sleep(1_200); // longer than operations may work
        }
        assertTrue(answer.get().size() > 0, document);
    }

    @Test
    void connectionIsReusableAfterACancellation() {
        for (int i = 0; i < 20; i++) { // more than the number of connections
            assertEquals(List.of("DEADLINE_EXCEEDED"), codes(hasty.answer(SLEEP)));
            assertEquals(List.of(), codes(patient.answer(NAP)));
        }
    }

    @Test
    void cancellationEndsARunningOperation() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> patient.answer(SLEEP, cancellation));
        await().atMost(Duration.ofMinutes(1)).until(() -> sleeping() == 1);
        cancellation.cancel();
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(answer.get()));
    }

    @Test
    void operationCancelledBeforeItStartsReadsNothing() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        SleepingEngine withoutDatabase = new SleepingEngine(TestDatabase.absent(), NEVER);
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(withoutDatabase.answer(SLEEP, cancellation)));
        withoutDatabase.stop();
    }

    /** All operations share one connection, and a cancellation may arrive at any time, even after its operation. */
    @Test
    void cancellationNeverAffectsAnotherOperation() throws Exception {
        try (AgroalDataSource one = TestDatabase.ofService(1)) {
            ReadContexts shared = TestDatabase.reads(one);
            AtomicReference<RunningRead> current = new AtomicReference<>();
            CountDownLatch over = new CountDownLatch(1);
            Thread canceller = new Thread(() -> cancelAfterRandomDelays(current, over));
            canceller.start();
            int cancelled = 0;
            for (int i = 0; i < OPERATIONS; i++) {
                if (i % 2 == 1) {
                    runUncancelled(shared, i % 4 == 1);
                } else if (isCancelled(shared, current, i % 4 == 0)) {
                    cancelled++;
                    delay += delay / 4;
                } else {
                    delay -= delay / 5;
                }
            }
            over.countDown();
            canceller.join();
            assertTrue(cancelled > 10, "some were cancelled: " + cancelled);
            assertTrue(cancelled < OPERATIONS / 2, "some were not cancelled: " + cancelled);
        }
    }

    private void cancelAfterRandomDelays(AtomicReference<RunningRead> current, CountDownLatch over) {
        while (over.getCount() > 0) {
            RunningRead victim = current.getAndSet(null);
            if (victim != null) {
                busyUntil(System.nanoTime() + ThreadLocalRandom.current().nextLong(delay));
                victim.cancel();
                victim.interrupt();
            }
        }
    }

    private static void busyUntil(long time) {
        while (System.nanoTime() < time) {
            Thread.onSpinWait();
        }
    }

    private static boolean isCancelled(
            ReadContexts contexts, AtomicReference<RunningRead> current, boolean oneStatement) {
        try (ReadContext context = contexts.openAtOnce()) {
            current.set(context.transaction().running());
            sleep(context, 1, oneStatement);
            return false;
        } catch (DatabaseException e) {
            assertTrue(e.isCancelled(), e::toString);
            return true;
        }
    }

    private static void runUncancelled(ReadContexts contexts, boolean oneStatement) {
        try (ReadContext context = contexts.openAtOnce()) {
            sleep(context, 0, oneStatement);
        }
    }

    private static void sleep(ReadContext context, int milliseconds, boolean oneStatement) {
        Sql sql = Sql.of("select pg_sleep(? / 1000.0)", milliseconds);
        if (oneStatement) {
            context.transaction().readLast(sql, row -> {});
        } else {
            context.read(sql, row -> {});
        }
    }

    private static List<String> codes(Answer answer) {
        return answer.errors().stream()
                .map(error -> (Map<?, ?>) ClientError.of(error).get("extensions"))
                .map(extensions -> String.valueOf(extensions.get("code")))
                .toList();
    }
}
