package dev.rangefinder.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Concurrent reads are coalesced, and never delay or fail each other. */
@Timeout(30)
class CoalescedReadTest {

    /** The number of collections that is enough to find unused objects. */
    private static final int MAX_COLLECTIONS = 20;

    private final List<Set<String>> reads = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Returns the number of the read. */
    private int read(Set<String> keys) {
        reads.add(Set.copyOf(keys));
        return reads.size();
    }

    /** Returns the number of the read once it is allowed to end. */
    private int readSlowly(Set<String> keys) {
        int number = read(keys);
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return number;
    }

    private int fail(Set<String> keys) {
        throw new IllegalStateException("It fails for " + keys);
    }

    /** Reads on a new thread, and returns as soon as that waits for others. */
    private static FutureTask<Optional<Integer>> readLater(
            CoalescedRead<String, Integer> shared, String key, Function<Set<String>, Integer> source) {
        FutureTask<Optional<Integer>> answer = new FutureTask<>(() -> shared.read(key, source));
        Thread thread = new Thread(answer);
        thread.setDaemon(true);
        thread.start();
        while (thread.isAlive() && !isWaiting(thread)) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static boolean isWaiting(Thread thread) {
        return Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState());
    }

    private static CoalescedRead<String, Integer> withoutTimeout() {
        return new CoalescedRead<>(Long.MAX_VALUE);
    }

    @Test
    void sequentialReadsAreNotCoalesced() {
        CoalescedRead<String, Integer> shared = withoutTimeout();
        assertEquals(Optional.of(1), shared.read("a", this::read));
        assertEquals(Optional.of(2), shared.read("a", this::read));
        assertEquals(List.of(Set.of("a"), Set.of("a")), reads);
    }

    @Test
    void readsDuringARunningReadAreCoalesced() throws Exception {
        CoalescedRead<String, Integer> shared = withoutTimeout();
        FutureTask<Optional<Integer>> first = readLater(shared, "a", this::readSlowly);
        begun.await();
        List<FutureTask<Optional<Integer>>> others = List.of(
                readLater(shared, "b", this::read),
                readLater(shared, "c", this::read),
                readLater(shared, "b", this::read));
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        for (FutureTask<Optional<Integer>> other : others) {
            assertEquals(Optional.of(2), other.get());
        }
        assertEquals(List.of(Set.of("a"), Set.of("b", "c")), reads);
    }

    @Test
    void failedReadThrowsAndItsFollowersReadAlone() throws Exception {
        CoalescedRead<String, Integer> shared = withoutTimeout();
        FutureTask<Optional<Integer>> first = readLater(shared, "a", this::readSlowly);
        begun.await();
        FutureTask<Optional<Integer>> failing = readLater(shared, "b", this::fail);
        FutureTask<Optional<Integer>> other = readLater(shared, "c", this::read);
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        assertThrows(ExecutionException.class, failing::get);
        assertEquals(Optional.empty(), other.get());
        assertEquals(Optional.of(2), shared.read("d", this::read));
    }

    @Test
    void hangingReadIsNotJoined() throws Exception {
        CoalescedRead<String, Integer> shared = new CoalescedRead<>(-1);
        FutureTask<Optional<Integer>> first = readLater(shared, "a", this::readSlowly);
        begun.await();
        assertEquals(Optional.empty(), shared.read("b", this::read));
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        assertEquals(Optional.of(2), shared.read("c", this::read));
    }

    /** This includes readers that join just before the read is known to hang. */
    @Test
    void waitForAHangingReadIsAbandoned() throws Exception {
        CoalescedRead<String, Integer> shared = new CoalescedRead<>(TimeUnit.MILLISECONDS.toNanos(100));
        FutureTask<Optional<Integer>> first = readLater(shared, "a", this::readSlowly);
        begun.await();
        FutureTask<Optional<Integer>> next = readLater(shared, "b", this::read);
        FutureTask<Optional<Integer>> another = readLater(shared, "c", this::read);
        while (!next.isDone() || !another.isDone()) {
            CoalescedRead.abandonHanging();
            Thread.onSpinWait();
        }
        assertEquals(Optional.empty(), next.get());
        assertEquals(Optional.empty(), another.get());
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        assertEquals(Optional.of(2), shared.read("d", this::read));
        assertEquals(List.of(Set.of("a"), Set.of("d")), reads);
    }

    /** There is one for each selection that clients send. */
    @Test
    void unusedCoalescedReadIsGarbageCollected() {
        WeakReference<?> unused = new WeakReference<>(used());
        for (int i = 0; i < MAX_COLLECTIONS && unused.get() != null; i++) {
            System.gc();
        }
        assertNull(unused.get());
    }

    private CoalescedRead<String, Integer> used() {
        CoalescedRead<String, Integer> shared = withoutTimeout();
        shared.read("a", this::read);
        assertThrows(IllegalStateException.class, () -> shared.read("b", this::fail));
        return shared;
    }
}
