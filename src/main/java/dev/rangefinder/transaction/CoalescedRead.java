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
 * Coalesces concurrent lookups into one read. Lookups that arrive while a read runs share the next one, so that each caller gets
 * a result that was read after its call.
 *
 * @param <K> the key of a lookup
 * @param <V> the result that all callers share
 */
public final class CoalescedRead<K, V> {

    /** A read that has run for longer than this, in nanoseconds, may hang, and nobody waits for it. */
    private static final long MAX_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    /** One read. The caller that creates it executes it, after the previous batch has ended. */
    private static final class Batch<K, V> {
        final Set<K> keys = new HashSet<>();
        final CompletableFuture<Optional<V>> result = new CompletableFuture<>();
        long start;
        volatile boolean ended;
    }

    /** Reads in progress. One thread checks them all, because a timer for each waiting caller would cost more than the wait. */
    private static final Set<CoalescedRead<?, ?>> RUNNING = ConcurrentHashMap.newKeySet();

    private final long maxWait;
    private Batch<K, V> running = new Batch<>();
    private @Nullable Batch<K, V> next;

    /** Creates one with the default limit. */
    public CoalescedRead() {
        this(MAX_WAIT);
    }

    /**
     * Creates one with a limit of its own.
     *
     * @param maxWait how long a read may run while others wait for it, in nanoseconds
     */
    public CoalescedRead(long maxWait) {
        this.maxWait = maxWait;
        running.ended = true;
        running.result.complete(Optional.empty());
    }

    /**
     * Reads a key together with the concurrent lookups of other threads.
     *
     * @param source reads all keys of a batch; called by one thread at a time
     * @return empty when the shared read failed or took too long, so that the caller should read by itself
     */
    public Optional<V> read(K key, Function<Set<K>, V> source) {
        Batch<K, V> batch;
        Batch<K, V> previous;
        synchronized (this) {
            if (hangs()) {
                return Optional.empty();
            }
            batch = next == null ? new Batch<>() : next;
            previous = next == null ? running : null;
            batch.keys.add(key);
            next = batch;
        }
        if (previous == null) {
            return await(batch);
        }
        await(previous);
        return previous.ended ? Optional.of(run(batch, source)) : cancel(batch);
    }

    private boolean hangs() {
        return !running.ended && System.nanoTime() - running.start > maxWait;
    }

    /** Returns the result of a batch; empty when it fails or hangs, or this thread is interrupted. */
    private Optional<V> await(Batch<K, V> batch) {
        RequestPermits.pause();
        try {
            return batch.result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // no result is completed exceptionally
        }
    }

    /** Releases the callers that wait for a hanging read. To be called periodically. */
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

    private Optional<V> cancel(Batch<K, V> batch) {
        synchronized (this) {
            next = null;
        }
        batch.result.complete(Optional.empty());
        return Optional.empty();
    }

    private V run(Batch<K, V> batch, Function<Set<K>, V> source) {
        synchronized (this) {
            batch.start = System.nanoTime();
            running = batch;
            next = null; // later callers need a later read
        }
        RUNNING.add(this);
        Optional<V> result = Optional.empty();
        try {
            result = Optional.of(source.apply(batch.keys));
            return result.get();
        } finally {
            RUNNING.remove(this); // before the next batch can begin
            batch.ended = true;
            batch.result.complete(result);
        }
    }
}
