package dev.rangefinder.engine;

import dev.rangefinder.sql.Snapshot;
import org.jspecify.annotations.Nullable;

/** Lets a client that hangs up end its operation, whether that runs already or still waits. */
public final class Cancellation {

    private boolean cancelled;
    private @Nullable Snapshot snapshot;

    /** Ends the operation. Called by another thread than the one that runs it. */
    public synchronized void cancel() {
        cancelled = true;
        if (snapshot != null) {
            snapshot.cancel();
        }
    }

    /** Whether nobody waits for the answer any more. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void started(Snapshot running) {
        snapshot = running;
        if (cancelled) {
            running.cancel();
        }
    }

    synchronized void ended() {
        snapshot = null;
    }
}
