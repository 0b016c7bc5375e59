package dev.rangefinder.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Makes operations wait for a revision that replicas have shown and the primary is about to show. They wait briefly, hold no
 * connection, and are few at a time, so that requests for a revision that never comes do not block others.
 */
@Singleton
final class RevisionWait {

    private static final int MAX_WAITING = 4;
    private static final long STEP_MILLISECONDS = 10;

    private final long nanoseconds;
    private final Semaphore slots = new Semaphore(MAX_WAITING);

    @Inject
    RevisionWait(ReplicaConfig config) {
        this(config.url().isEmpty() ? 0 : config.patience().toNanos());
    }

    private RevisionWait(long nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** Without replicas, no client can have seen a revision that the primary does not show. */
    static RevisionWait none() {
        return new RevisionWait(0);
    }

    /**
     * Waits for one step.
     *
     * @param start when the first wait began, by {@link System#nanoTime}
     * @return false without waiting when the time is up, or too many operations wait
     */
    boolean waited(long start) {
        if (System.nanoTime() - start >= nanoseconds || !slots.tryAcquire()) {
            return false;
        }
        try {
            Thread.sleep(STEP_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            slots.release();
        }
    }
}
