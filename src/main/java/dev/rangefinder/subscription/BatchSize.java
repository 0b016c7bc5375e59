package dev.rangefinder.subscription;

import java.util.concurrent.TimeUnit;

/**
 * How many events of a subscription are prepared together: many, so that they leave in one write, but fewer while that takes long, or
 * while their answers are forgotten before they can be sent.
 */
final class BatchSize {

    private static final int MAX = 32;

    /** How long the first event of a batch may wait for the last one, as far as that is known before. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);

    private int size = MAX;

    /** How many of those that were prepared together have not been sent. */
    private int unsent;

    private long begun;
    private boolean slow;

    /** The size of the next batch, when another event must be prepared. */
    int next() {
        if (unsent > 0) {
            size = Math.max(1, size - unsent);
        } else {
            size = slow ? Math.max(1, size / 2) : Math.min(2 * size, MAX);
        }
        return size;
    }

    /** Begins a batch of some events. */
    void begin(int number) {
        unsent = number;
        begun = System.nanoTime();
    }

    /** Records that all events of the batch are prepared. */
    void end() {
        slow = System.nanoTime() - begun > MAX_NANOS;
    }

    /** Records that an event was sent. */
    void sent() {
        unsent = Math.max(0, unsent - 1);
    }
}
