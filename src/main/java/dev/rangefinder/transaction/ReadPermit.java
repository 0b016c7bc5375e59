package dev.rangefinder.transaction;

import dev.rangefinder.admission.OverloadException;
import dev.rangefinder.admission.RequestPermits;
import org.jspecify.annotations.Nullable;

/** What an operation needs before it takes a connection, where it waits for those that read before. */
final class ReadPermit {

    private final @Nullable RequestPermits turn;
    private long waited;

    /** The permit of a request; null stands for one that waits for nobody. */
    ReadPermit(@Nullable RequestPermits turn) {
        this.turn = turn;
    }

    /**
     * Waits for it.
     *
     * @throws BusyException when that takes too long, or too many others wait
     */
    void acquire() {
        RequestPermits.pause();
        if (turn == null) {
            return;
        }
        long start = System.nanoTime();
        try {
            turn.beginReading();
        } catch (OverloadException e) {
            throw new BusyException(e);
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    /** Lets others read, unless that has been done already. */
    void release() {
        if (turn != null) {
            turn.endReading();
        }
    }

    /** How many nanoseconds it was waited for. */
    long waited() {
        return waited;
    }
}
