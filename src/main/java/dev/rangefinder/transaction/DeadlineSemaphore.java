package dev.rangefinder.transaction;

import dev.rangefinder.admission.OverloadException;
import dev.rangefinder.admission.RequestPermits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A fair semaphore for requests with a deadline. They wait without the permit to compute, and without a connection. */
public final class DeadlineSemaphore {

    private final Semaphore permits;

    /** A semaphore with this number of permits. */
    public DeadlineSemaphore(int permits) {
        this.permits = new Semaphore(permits, true);
    }

    /**
     * Runs work with a permit.
     *
     * @param end when the permit must have been granted, by {@link System#nanoTime}
     * @throws DatabaseException when no permit is granted in time
     */
    public <T> T with(long end, Supplier<T> work) {
        acquire(end);
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void acquire(long end) {
        RequestPermits.pause();
        try {
            if (!permits.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new BusyException(new OverloadException(OverloadException.Reason.TIMEOUT));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException(new OverloadException(OverloadException.Reason.TIMEOUT));
        }
    }
}
