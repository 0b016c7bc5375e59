package dev.rangefinder.memory;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The part of the heap for operations in progress: rows, encoded answers, and answers that clients have not received yet.
 * Operations that do not fit are rejected, so that many concurrent large answers cannot exhaust the heap.
 */
@Singleton
public final class Memory {

    /** The part of the heap, as its reciprocal. The rest is for caches, and headroom for the garbage collector. */
    private static final int PART = 5;

    /** The maximum of a small operation. The last quarter of the memory is reserved for small operations. */
    static final long SMALL = 512 * 1024;

    /** The maximum of a moderate operation. While the collector is busy, larger operations run one at a time. */
    static final long MODERATE = 1024 * 1024;

    /** The maximum of a large operation. While the collector is overloaded, larger operations are rejected. */
    static final long LARGE = 4 * MODERATE;

    /** The collector is busy when its share of the time exceeds this part, given as its reciprocal. */
    private static final long BUSY = 20;

    /** The collector is overloaded when its share of the time exceeds this part, given as its reciprocal. */
    private static final long OVERLOADED = 15;

    /** How long a large operation waits for its turn. */
    private static final long MAX_WAIT_SECONDS = 1;

    private static final Memory UNLIMITED = new Memory(Long.MAX_VALUE, null);

    private final long size;
    private final @Nullable CollectorLoad collector;
    private final AtomicLong reserved = new AtomicLong();
    private final Semaphore turn = new Semaphore(1, true);

    Memory() {
        this(heap() / PART, new CollectorLoad());
    }

    private Memory(long size, @Nullable CollectorLoad collector) {
        this.size = size;
        this.collector = collector;
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    /**
     * Limits a configured size to a part of the heap.
     *
     * @param part the largest part of the heap, as its reciprocal
     */
    public static long atMost(long configured, int part) {
        return Math.min(configured, heap() / part);
    }

    /** Unlimited memory, for operations that are known to be small. */
    public static Memory unlimited() {
        return UNLIMITED;
    }

    /** Creates the memory of one operation, which is empty. */
    public OperationMemory open() {
        return new OperationMemory(this, false);
    }

    /** The maximum of one operation. */
    long largest() {
        return size - size / 4;
    }

    /** Reserves bytes for an operation that already holds some, if they are available. */
    boolean reserve(long bytes, long held) {
        long available = held + bytes <= SMALL ? size : largest();
        if (reserved.addAndGet(bytes) <= available) {
            return true;
        }
        release(bytes);
        return false;
    }

    void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    /** Whether the garbage collector is so busy that large operations should run one at a time. */
    public boolean isPressed() {
        return isLoadAbove(BUSY);
    }

    /** Whether the garbage collector is so busy that very large operations should be rejected. */
    public boolean isOverloaded() {
        return isLoadAbove(OVERLOADED);
    }

    /** Whether the collector exceeds a share of the time, in a heap that is not nearly empty. */
    private boolean isLoadAbove(long part) {
        return collector != null && isQuarterFull() && collector.isMoreThan(part);
    }

    private static boolean isQuarterFull() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() > runtime.maxMemory() / 4;
    }

    /** Waits for the turn of a large operation; returns false when that takes too long. */
    boolean awaitTurn() {
        try {
            return turn.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endTurn() {
        turn.release();
    }
}
