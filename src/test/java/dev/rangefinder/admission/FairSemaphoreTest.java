package dev.rangefinder.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.admission.OverloadException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FairSemaphoreTest {

    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private final List<String> granted = new ArrayList<>();

    private CompletableFuture<?> acquire(FairSemaphore semaphore, String client) {
        return semaphore.acquire(client, LONG).thenRun(() -> granted.add(client));
    }

    private static Reason rejection(CompletableFuture<?> permit) {
        Throwable cause = assertThrows(ExecutionException.class, permit::get).getCause();
        return ((OverloadException) cause).reason();
    }

    @Test
    void clientsAreServedRoundRobin() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 10);
        acquire(semaphore, "first");
        for (String client : List.of("many", "many", "many", "few", "one", "few")) {
            acquire(semaphore, client);
        }
        for (int i = 0; i < 6; i++) {
            semaphore.release(granted.get(i));
        }
        assertEquals(List.of("first", "many", "few", "one", "many", "few", "many"), granted);
    }

    @Test
    void clientAtItsShareIsOvertakenByOthers() {
        FairSemaphore semaphore = new FairSemaphore(3, 2, 10);
        acquire(semaphore, "many");
        acquire(semaphore, "many");
        CompletableFuture<?> third = acquire(semaphore, "many");
        assertFalse(third.isDone());
        assertTrue(acquire(semaphore, "other").isDone());
        semaphore.release("other");
        assertFalse(third.isDone(), "the client still holds two permits");
        semaphore.release("many");
        assertTrue(third.isDone());
    }

    @Test
    void fullQueueRejectsTheLatestRequestOfTheBusiestClient() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 3);
        acquire(semaphore, "first");
        CompletableFuture<?> earlier = acquire(semaphore, "many");
        acquire(semaphore, "many");
        CompletableFuture<?> latest = acquire(semaphore, "many");
        CompletableFuture<?> other = acquire(semaphore, "other");
        assertEquals(Reason.QUEUE_FULL, rejection(latest));
        assertFalse(other.isDone() || earlier.isDone());
        assertEquals(3, semaphore.waiting());
    }

    @Test
    void fullQueueRejectsTheNewRequestOfAClientThatIsNotBusier() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 2);
        List.of("first", "second", "third").forEach(client -> acquire(semaphore, client));
        assertEquals(Reason.QUEUE_FULL, rejection(acquire(semaphore, "fourth")));
        assertEquals(Reason.QUEUE_FULL, rejection(acquire(semaphore, "second")));
    }

    @Test
    void requestThatTimesOutIsRejectedAndSkipped() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 10);
        acquire(semaphore, "first");
        CompletableFuture<?> impatient = semaphore.acquire("impatient", 1);
        CompletableFuture<?> other = acquire(semaphore, "other");
        assertEquals(Reason.TIMEOUT, rejection(impatient));
        semaphore.release("first");
        assertTrue(other.isDone());
        semaphore.release("other");
        assertEquals(0, semaphore.held() + semaphore.waiting());
    }

    @Test
    void withdrawnRequestGetsNoPermit() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 10);
        acquire(semaphore, "first");
        CompletableFuture<Void> withdrawn = semaphore.acquire("second", LONG);
        semaphore.cancel(withdrawn, "second");
        semaphore.release("first");
        assertFalse(withdrawn.isDone());
        assertTrue(acquire(semaphore, "third").isDone());
    }

    @Test
    void withdrawnPermitPassesToTheNextRequest() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 10);
        CompletableFuture<Void> granted = semaphore.acquire("first", LONG);
        CompletableFuture<?> next = acquire(semaphore, "second");
        semaphore.cancel(granted, "first");
        assertTrue(next.isDone());
        assertEquals(1, semaphore.held());
    }

    @Test
    void rejectedRequestHasNoPermitToWithdraw() {
        FairSemaphore semaphore = new FairSemaphore(1, 1, 0);
        acquire(semaphore, "first");
        CompletableFuture<Void> rejected = semaphore.acquire("second", LONG);
        semaphore.cancel(rejected, "second");
        assertEquals(1, semaphore.held());
    }

    /** Threads acquire, time out, withdraw and release permits in random order. */
    @Test
    void permitsAreNeitherLostNorDuplicated() throws Exception {
        FairSemaphore semaphore = new FairSemaphore(3, 2, 6);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> ends = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            String client = "client " + thread % 5;
            ends.add(threads.submit(() -> {
                for (int i = 0; i < 2_000; i++) {
                    served.addAndGet(useOnce(semaphore, client, held));
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();
        assertTrue(served.get() > 1_000, served::toString);
        assertEquals(0, semaphore.held());
        assertEquals(0, semaphore.waiting());
    }

    private static int useOnce(FairSemaphore semaphore, String client, AtomicInteger held) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        CompletableFuture<Void> permit = semaphore.acquire(client, random.nextLong(1_000_000));
        if (random.nextInt(4) == 0) {
            semaphore.cancel(permit, client);
            return 0;
        }
        try {
            permit.join();
        } catch (RuntimeException rejected) {
            return 0;
        }
        assertTrue(held.incrementAndGet() <= 3);
        held.decrementAndGet();
        semaphore.release(client);
        return 1;
    }
}
