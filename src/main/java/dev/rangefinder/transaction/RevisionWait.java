package dev.rangefinder.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Has operations wait for a state that replicas have shown and the primary is about to show: not for long, without a
 * connection, and few of them at a time, so that those who ask for what will never come do not keep others from working.
 */
@Singleton
final class RevisionWait {

    private static final int MOST_WAITING = 4;
    private static final long STEP_MILLISECONDS = 10;

    private final long nanoseconds;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    @Inject
    RevisionWait(ReplicaConfig config) {
        this(config.url().isEmpty() ? 0 : config.patience().toNanos());
    }

    private RevisionWait(long nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** Where the primary is the only one, nobody can have seen what it does not show. */
    static RevisionWait none() {
        return new RevisionWait(0);
    }

    /**
     * Waits a moment.
     *
     * @param start when the first wait began, by {@link System#nanoTime}
     * @return false when it did not, because it has waited long enough, or too many do
     */
    boolean waited(long start) {
        if (System.nanoTime() - start >= nanoseconds || !places.tryAcquire()) {
            return false;
        }
        try {
            Thread.sleep(STEP_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            places.release();
        }
    }
}
