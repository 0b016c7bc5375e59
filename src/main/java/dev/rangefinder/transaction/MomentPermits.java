package dev.rangefinder.transaction;

import dev.rangefinder.admission.OverloadException;
import dev.rangefinder.admission.RequestPermits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Limits the operations that read as of another moment to the connections of their pools. */
final class MomentPermits {

    /** The maximum size of each of the pools. */
    private static final int CONNECTIONS = 4;

    private static final long TIMEOUT_SECONDS = 5;

    private final Semaphore connections = new Semaphore(CONNECTIONS, true);

    /** Waits without the permit to compute, and without a connection. */
    void acquire() {
        RequestPermits.pause();
        try {
            if (!connections.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException(new OverloadException(OverloadException.Reason.TIMEOUT));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException(new OverloadException(OverloadException.Reason.TIMEOUT));
        }
    }

    void release() {
        connections.release();
    }
}
