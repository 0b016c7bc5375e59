package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.sql.DatabaseException;
import dev.rangefinder.sql.SharedRead;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads the current revision, for all requests that come at about the same time by one statement. */
@Singleton
final class CurrentRevision {

    private static final Object KEY = new Object();

    private final Engine engine;
    private final SharedRead<Object, Revision> shared = new SharedRead<>();

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
