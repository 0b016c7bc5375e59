package dev.rangefinder.transaction;

import dev.rangefinder.admission.RequestPermits;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One read for all who ask at about the same time. Those who come while it runs share the next, so that each gets what was
 * read after it had asked.
 *
 * @param <K> what they ask for
 * @param <V> what they all get
 */
public final class CoalescedRead<K, V> {

    /** How long a read may have run for others to wait until it ends, in nanoseconds. One that takes longer may hang. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

    /** One read. The one who opens it reads, as soon as the round before has ended. */
    private static final class Round<K, V> {
        final Set<K> keys = new HashSet<>();
        final CompletableFuture<Optional<V>> result = new CompletableFuture<>();
        long start;
        volatile boolean ended;
    }

    /** Those that read, so that one thread looks after all who wait: a timer for each of them costs more than to wait. */
    private static final Set<CoalescedRead<?, ?>> RUNNING = ConcurrentHashMap.newKeySet();

    private final long patience;
    private Round<K, V> running = new Round<>();

    /** The one that is about to run; null when there is none yet. */
    private @Nullable Round<K, V> next;

    /** One that nobody has asked for yet. */
    public CoalescedRead() {
        this(PATIENCE);
    }

    /**
     * One that nobody has asked for yet.
     *
     * @param patience how long others are waited for, in nanoseconds
     */
    public CoalescedRead(long patience) {
        this.patience = patience;
        running.ended = true;
        running.result.complete(Optional.empty());
    }

    /**
     * Reads, together with others.
     *
     * @param source reads what all of them ask for; called by one of them, and never by two at a time
     * @return empty when the one who read for all failed, or would be waited for too long, so that it is better to read alone
     */
    public Optional<V> read(K key, Function<Set<K>, V> source) {
        Round<K, V> mine;
        Round<K, V> before;
        synchronized (this) {
            if (hangs()) {
                return Optional.empty();
            }
            mine = next == null ? new Round<>() : next;
            before = next == null ? running : null;
            mine.keys.add(key);
            next = mine;
        }
        if (before == null) {
            return await(mine);
        }
        await(before);
        return before.ended ? Optional.of(run(mine, source)) : giveUp(mine);
    }

    private boolean hangs() {
        return !running.ended && System.nanoTime() - running.start > patience;
    }

    /** What a round gives; empty when it fails or hangs, or this thread is interrupted. */
    private Optional<V> await(Round<K, V> round) {
        RequestPermits.pause();
        try {
            return round.result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // none is completed so
        }
    }

    /** Lets nobody wait any longer for reads that hang. To be called every now and then. */
    public static void abandonHanging() {
        RUNNING.forEach(CoalescedRead::abandonIfHanging);
    }

    private void abandonIfHanging() {
        CompletableFuture<Optional<V>> hanging;
        synchronized (this) {
            if (!hangs()) {
                return;
            }
            hanging = running.result;
        }
        hanging.complete(Optional.empty());
    }

    private Optional<V> giveUp(Round<K, V> round) {
        synchronized (this) {
            next = null;
        }
        round.result.complete(Optional.empty());
        return Optional.empty();
    }

    private V run(Round<K, V> round, Function<Set<K>, V> source) {
        synchronized (this) {
            round.start = System.nanoTime();
            running = round;
            next = null; // who comes from here on would get what was read before
        }
        RUNNING.add(this);
        Optional<V> result = Optional.empty();
        try {
            result = Optional.of(source.apply(round.keys));
            return result.get();
        } finally {
            RUNNING.remove(this); // before another one can begin
            round.ended = true;
            round.result.complete(result);
        }
    }
}
