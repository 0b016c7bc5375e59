package dev.rangefinder.memory;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The part of the heap for all that is under way: rows that were read, answers that are encoded, and those that clients
 * have not taken yet. What does not fit is rejected, so that many large answers at a time never fill the heap.
 */
@Singleton
public final class Memory {

    /** The part of the heap, as its reciprocal. The rest is for what is cached, and for the collector to work with. */
    private static final int PART = 5;

    /** What a small operation holds at the most. The last quarter of the memory is for these alone. */
    static final long SMALL = 512 * 1024;

    /** What an operation holds that is not a large one. While the collector is busy, large ones run one at a time. */
    static final long MODERATE = 1024 * 1024;

    /** What it holds that is not a huge one. While the collector is busier still, huge ones are rejected. */
    static final long LARGE = 4 * MODERATE;

    /** The collector is busy when it takes this part of the time, as its reciprocal, and then overloaded. */
    private static final long BUSY = 20;

    private static final long OVERLOADED = 15;

    /** How long a large one waits for its turn. */
    private static final long PATIENCE_SECONDS = 1;

    private static final Memory UNLIMITED = new Memory(Long.MAX_VALUE, null);

    private final long size;
    private final @Nullable CollectorLoad collector;
    private final AtomicLong taken = new AtomicLong();
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
     * A part of the heap for something that is kept: as much as is configured, but not more than the heap that there is allows.
     *
     * @param part the largest part of the heap, as its reciprocal
     */
    public static long atMost(long configured, int part) {
        return Math.min(configured, heap() / part);
    }

    /** Memory of which there is always enough, for what is known to be small. */
    public static Memory unlimited() {
        return UNLIMITED;
    }

    /** What one operation holds; nothing yet. */
    public OperationMemory open() {
        return new OperationMemory(this, false);
    }

    /** The most that one operation may hold. */
    long largest() {
        return size - size / 4;
    }

    /** Takes some of it, if there is as much, for one who holds so much already. */
    boolean take(long bytes, long held) {
        long available = held + bytes <= SMALL ? size : largest();
        if (taken.addAndGet(bytes) <= available) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Whether the collector has so much to do that those who make much garbage should do so one at a time. */
    public boolean isPressed() {
        return takesMoreThan(BUSY);
    }

    /** Whether the collector has so much to do that nobody should make much garbage. */
    public boolean isOverloaded() {
        return takesMoreThan(OVERLOADED);
    }

    /** Whether the collector takes more than a part of the time, in a heap that is not nearly empty. */
    private boolean takesMoreThan(long part) {
        return collector != null && isQuarterFull() && collector.isMoreThan(part);
    }

    private static boolean isQuarterFull() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() > runtime.maxMemory() / 4;
    }

    /** Waits a little for the turn of a large operation. */
    boolean awaitTurn() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endTurn() {
        turn.release();
    }
}
