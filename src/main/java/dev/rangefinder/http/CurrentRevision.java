package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.sql.DatabaseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the current revision, for many requests by one statement. Those that come while one runs share the next, so that
 * each gets what was read after it had asked.
 */
@Singleton
final class CurrentRevision {

    private final Engine engine;
    private CompletableFuture<Optional<Revision>> latest = CompletableFuture.completedFuture(Optional.empty());

    /** What those get who ask now; null when there is nobody yet to read it. */
    private @Nullable CompletableFuture<Optional<Revision>> next;

    CurrentRevision(Engine engine) {
        this.engine = engine;
    }

    /** The current revision; empty when the database does not tell, which is for the operation to report. */
    Optional<Revision> read() {
        CompletableFuture<Optional<Revision>> before;
        CompletableFuture<Optional<Revision>> shared;
        synchronized (this) {
            if (next != null) {
                shared = next;
                before = null;
            } else {
                before = latest;
                shared = new CompletableFuture<>();
                next = shared;
                latest = shared;
            }
        }
        if (before != null) {
            before.join();
            lead(shared);
        }
        return shared.join();
    }

    private void lead(CompletableFuture<Optional<Revision>> shared) {
        synchronized (this) {
            next = null; // Who comes from here on would get what was read before.
        }
        Optional<Revision> read = Optional.empty();
        try {
            read = Optional.of(engine.revision(0, new Cancellation()));
        } catch (DatabaseException e) {
            // The operation will run into it, too, and report it.
        } finally {
            shared.complete(read);
        }
    }
}
