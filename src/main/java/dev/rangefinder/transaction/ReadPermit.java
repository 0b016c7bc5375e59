package dev.rangefinder.transaction;

import dev.rangefinder.admission.OverloadException;
import dev.rangefinder.admission.RequestPermits;
import org.jspecify.annotations.Nullable;

/** The permit that an operation acquires before it takes a connection. */
final class ReadPermit {

    private final @Nullable RequestPermits permits;
    private long waited;

    /**
     * Creates the permit of a request.
     *
     * @param permits null for a read that never waits
     */
    ReadPermit(@Nullable RequestPermits permits) {
        this.permits = permits;
    }

    /**
     * Waits for the permit.
     *
     * @throws BusyException when the wait takes too long, or too many requests wait
     */
    void acquire() {
        RequestPermits.pause();
        if (permits == null) {
            return;
        }
        long start = System.nanoTime();
        try {
            permits.beginReading();
        } catch (OverloadException e) {
            throw new BusyException(e);
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    /** Releases the permit if it is held. */
    void release() {
        if (permits != null) {
            permits.endReading();
        }
    }

    /** How long the operation has waited for its permit, in nanoseconds. */
    long waited() {
        return waited;
    }
}
