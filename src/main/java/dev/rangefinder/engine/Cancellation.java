package dev.rangefinder.engine;

import dev.rangefinder.transaction.RunningRead;
import org.jspecify.annotations.Nullable;

/** Cancels the operation of a client that disconnects, whether it is running or still waiting. */
public final class Cancellation {

    private boolean cancelled;
    private @Nullable RunningRead running;

    /** Cancels the operation. Called by a thread other than the one that runs it. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel();
        }
    }

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
