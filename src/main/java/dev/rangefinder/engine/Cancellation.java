package dev.rangefinder.engine;

import dev.rangefinder.transaction.RunningRead;
import org.jspecify.annotations.Nullable;

/** Lets a client that hangs up end its operation, whether that runs already or still waits. */
public final class Cancellation {

    private boolean cancelled;
    private @Nullable RunningRead running;

    /** Ends the operation. Called by another thread than the one that runs it. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel();
        }
    }

    /** Whether nobody waits for the answer any more. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void started(RunningRead read) {
        running = read;
        if (cancelled) {
            read.cancel();
        }
    }

    synchronized void ended() {
        running = null;
    }
}
