package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.transaction.CoalescedRead;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads the current revision. Concurrent requests share one statement, on a connection that operations never use. */
@Singleton
final class CurrentRevision {

    private static final Object KEY = new Object();

    /** Longer than usual, because a busy database still answers this sooner than it answers an operation. */
    private static final long TIMEOUT = TimeUnit.MILLISECONDS.toNanos(400);

    private final Engine engine;
    private final CoalescedRead<Object, Revision> reads = new CoalescedRead<>(TIMEOUT);

    CurrentRevision(Engine engine) {
        this.engine = engine;
    }

    /** The current revision; empty when it cannot be read, which the operation will report. */
    Optional<Revision> read() {
        try {
            return reads.read(KEY, key -> engine.revision(0, new Cancellation()));
        } catch (DatabaseException e) {
            return Optional.empty();
        }
    }
}
