package dev.rangefinder.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.sql.DatabaseException;
import dev.rangefinder.sql.Snapshot;
import dev.rangefinder.sql.Snapshots;
import dev.rangefinder.sql.TestDatabase;
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

/** Whatever takes too long, or is wanted no more, ends in the database too. */
@QuarkusTest
class DeadlinesTest {

    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final long SHORTLY = 5_000;
    private static final int OPERATIONS = 1_500;

    @Inject
    Snapshots snapshots;

    private Sleepy sleepy;

    @BeforeEach
    void start() {
        sleepy = new Sleepy(snapshots, DEADLINE);
    }

    @AfterEach
    void stop() throws SQLException {
        sleepy.stop();
        try (AgroalDataSource onlooker = TestDatabase.ofService(1)) {
            String sleeping = "select count(*) from pg_stat_activity where state <> 'idle' and query like '%pg_sleep(%'"
                    + " and pid <> pg_backend_pid()";
            assertEquals("0", TestDatabase.text(onlooker, sleeping));
        }
    }

    @Test
    void operationWithinItsDeadlineIsAnswered() {
        assertEquals(List.of(), codes(sleepy.answer("{ sleep(milliseconds: 1) { slept } }")));
    }

    @Test
    void operationPastItsDeadlineIsCancelled() {
        long start = System.nanoTime();
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(sleepy.answer("{ sleep(milliseconds: 60000) { slept } }")));
        assertTrue(millisecondsSince(start) < SHORTLY, "long before the statement would have ended");
    }

    @Test
    void deadlineIsOfWholeOperation() {
        String steps =
                "{ sleep(milliseconds: 40) " + "{ sleep(milliseconds: 40) ".repeat(40) + "{ slept }" + "}".repeat(41);
        long start = System.nanoTime();
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(sleepy.answer(steps)));
        assertTrue(millisecondsSince(start) >= DEADLINE.toMillis() - 1);
    }

    @Test
    void fieldsAfterDeadlineSayTheSame() {
        Answer answer =
                sleepy.answer("{ a: sleep(milliseconds: 60000) { slept } b: sleep(milliseconds: 1) { slept } }");
        assertEquals(List.of("DEADLINE_EXCEEDED", "DEADLINE_EXCEEDED"), codes(answer));
    }

    @Test
    void connectionGoesBackClean() {
        for (int i = 0; i < 20; i++) { // more than there are connections
            assertEquals(
                    1,
                    codes(sleepy.answer("{ sleep(milliseconds: 60000) { slept } }"))
                            .size());
            assertEquals(List.of(), codes(sleepy.answer("{ sleep(milliseconds: 0) { slept } }")));
        }
    }

    @Test
    void clientThatHangsUpCancelsItsOperation() throws Exception {
        Sleepy patient = new Sleepy(snapshots, Duration.ofMinutes(1));
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                () -> patient.answer("{ sleep(milliseconds: 60000) { slept } }", cancellation));
        await().during(200, MILLISECONDS).until(() -> !answer.isDone());
        cancellation.cancel();
        assertEquals(List.of("DEADLINE_EXCEEDED"), codes(answer.get(SHORTLY, MILLISECONDS)));
        patient.stop();
    }

    @Test
    void operationThatNobodyWaitsForRunsNothing() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        Sleepy nowhere = new Sleepy(TestDatabase.absent(), DEADLINE);
        assertEquals(
                List.of("DEADLINE_EXCEEDED"),
                codes(nowhere.answer("{ sleep(milliseconds: 60000) { slept } }", cancellation)));
        nowhere.stop();
    }

    /** All operations share one connection, and a cancellation may come at any time, even when its operation is over. */
    @Test
    void cancellationNeverHitsAnotherOperation() throws Exception {
        try (AgroalDataSource one = TestDatabase.ofService(1)) {
            Snapshots shared = TestDatabase.snapshots(one);
            AtomicReference<Snapshot> current = new AtomicReference<>();
            CountDownLatch over = new CountDownLatch(1);
            Thread canceller = new Thread(() -> cancelNowAndThen(current, over));
            canceller.start();
            int cancelled = 0;
            for (int i = 0; i < OPERATIONS; i++) {
                cancelled +=
                        i % 2 == 0 ? runCancellable(shared, current, i % 4 == 0) : runUndisturbed(shared, i % 4 == 1);
            }
            over.countDown();
            canceller.join();
            assertTrue(cancelled > 10, "some were cancelled: " + cancelled);
            assertTrue(cancelled < OPERATIONS / 2, "some were not cancelled: " + cancelled);
        }
    }

    private static void cancelNowAndThen(AtomicReference<Snapshot> current, CountDownLatch over) {
        while (over.getCount() > 0) {
            Snapshot victim = current.getAndSet(null);
            if (victim != null) {
                busyUntil(System.nanoTime() + ThreadLocalRandom.current().nextInt(2_000_000));
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

    private static int runCancellable(Snapshots snapshots, AtomicReference<Snapshot> current, boolean oneStatement) {
        try (Snapshot snapshot = snapshots.open()) {
            if (oneStatement) {
                snapshot.expectLastStatement();
            }
            current.set(snapshot);
            Sleepy.sleep(1);
            return 0;
        } catch (DatabaseException e) {
            assertTrue(e.isCancelled(), e::toString);
            return 1;
        }
    }

    private static int runUndisturbed(Snapshots snapshots, boolean oneStatement) {
        try (Snapshot snapshot = snapshots.open()) {
            if (oneStatement) {
                snapshot.expectLastStatement();
            }
            Sleepy.sleep(0);
            return 0;
        }
    }

    private static long millisecondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static List<String> codes(Answer answer) {
        return answer.errors().stream()
                .map(error -> (Map<?, ?>) ClientError.of(error).get("extensions"))
                .map(extensions -> String.valueOf(extensions.get("code")))
                .toList();
    }
}
