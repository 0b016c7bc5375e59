package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.transaction.CoalescedRead;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads the current revision, for all requests that come at about the same time by one statement, on a connection that no
 * operation takes.
 */
@Singleton
final class CurrentRevision {

    private static final Object KEY = new Object();

    /** A database that is busy may take longer than usual, and still tells it sooner than it answers an operation. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(400);

    private final Engine engine;
    private final CoalescedRead<Object, Revision> shared = new CoalescedRead<>(PATIENCE);

    CurrentRevision(Engine engine) {
        this.engine = engine;
    }

    /** The current revision; empty when the database does not tell, which is for the operation to report. */
    Optional<Revision> read() {
        try {
            return shared.read(KEY, same -> engine.revision(0, new Cancellation()));
        } catch (DatabaseException e) {
            return Optional.empty();
        }
    }
}
