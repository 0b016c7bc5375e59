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

/** Those who ask at the same time read together, and nobody is worse off for it. */
@Timeout(30)
class CoalescedReadTest {

    /** So many collections find whatever nobody uses. */
    private static final int ENOUGH = 20;

    private final List<Set<String>> reads = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Gives its number. */
    private int read(Set<String> keys) {
        reads.add(Set.copyOf(keys));
        return reads.size();
    }

    /** The same, as soon as it may. */
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

    /** Asks on a thread of its own, and goes on as soon as that waits for others. */
    private static FutureTask<Optional<Integer>> ask(
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

    private static CoalescedRead<String, Integer> patient() {
        return new CoalescedRead<>(Long.MAX_VALUE);
    }

    @Test
    void oneAfterTheOtherEachReadsAlone() {
        CoalescedRead<String, Integer> shared = patient();
        assertEquals(Optional.of(1), shared.read("a", this::read));
        assertEquals(Optional.of(2), shared.read("a", this::read));
        assertEquals(List.of(Set.of("a"), Set.of("a")), reads);
    }

    @Test
    void thoseWhoComeWhileOneReadsShareTheNext() throws Exception {
        CoalescedRead<String, Integer> shared = patient();
        FutureTask<Optional<Integer>> first = ask(shared, "a", this::readSlowly);
        begun.await();
        List<FutureTask<Optional<Integer>>> others =
                List.of(ask(shared, "b", this::read), ask(shared, "c", this::read), ask(shared, "b", this::read));
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        for (FutureTask<Optional<Integer>> other : others) {
            assertEquals(Optional.of(2), other.get());
        }
        assertEquals(List.of(Set.of("a"), Set.of("b", "c")), reads);
    }

    @Test
    void whoseReadFailsIsToldAndTheOthersReadAlone() throws Exception {
        CoalescedRead<String, Integer> shared = patient();
        FutureTask<Optional<Integer>> first = ask(shared, "a", this::readSlowly);
        begun.await();
        FutureTask<Optional<Integer>> failing = ask(shared, "b", this::fail);
        FutureTask<Optional<Integer>> other = ask(shared, "c", this::read);
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        assertThrows(ExecutionException.class, failing::get);
        assertEquals(Optional.empty(), other.get());
        assertEquals(Optional.of(2), shared.read("d", this::read));
    }

    @Test
    void nobodyWaitsForAReadThatHangs() throws Exception {
        CoalescedRead<String, Integer> shared = new CoalescedRead<>(-1);
        FutureTask<Optional<Integer>> first = ask(shared, "a", this::readSlowly);
        begun.await();
        assertEquals(Optional.empty(), shared.read("b", this::read));
        mayEnd.countDown();
        assertEquals(Optional.of(1), first.get());
        assertEquals(Optional.of(2), shared.read("c", this::read));
    }

    /** Who asks just before it is clear that a read hangs, too. */
    @Test
    void nobodyWaitsForLongUntilAReadBegins() throws Exception {
        CoalescedRead<String, Integer> shared = new CoalescedRead<>(TimeUnit.MILLISECONDS.toNanos(100));
        FutureTask<Optional<Integer>> first = ask(shared, "a", this::readSlowly);
        begun.await();
        FutureTask<Optional<Integer>> next = ask(shared, "b", this::read);
        FutureTask<Optional<Integer>> another = ask(shared, "c", this::read);
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

    /** There are as many of them as clients think of selections. */
    @Test
    void oneThatNobodyUsesIsForgotten() {
        WeakReference<?> unused = new WeakReference<>(used());
        for (int i = 0; i < ENOUGH && unused.get() != null; i++) {
            System.gc();
        }
        assertNull(unused.get());
    }

    private CoalescedRead<String, Integer> used() {
        CoalescedRead<String, Integer> shared = patient();
        shared.read("a", this::read);
        assertThrows(IllegalStateException.class, () -> shared.read("b", this::fail));
        return shared;
    }
}
