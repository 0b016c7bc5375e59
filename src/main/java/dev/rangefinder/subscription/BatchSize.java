package dev.rangefinder.subscription;

/**
 * How many events of a subscription are prepared together: many, so that they leave in one write, but fewer while their answers are
 * forgotten before they can be sent.
 */
final class BatchSize {

    private static final int MAX = 32;

    private int size = MAX;

    /** How many of those that were prepared together have not been sent. */
    private int unsent;

    /** The size of the next batch, when another event must be prepared. */
    int next() {
        size = unsent > 0 ? Math.max(1, size - unsent) : Math.min(2 * size, MAX);
        return size;
    }

    /** Begins a batch of some events. */
    void begin(int number) {
        unsent = number;
    }

    /** Records that an event was sent. */
    void sent() {
        unsent = Math.max(0, unsent - 1);
    }
}
