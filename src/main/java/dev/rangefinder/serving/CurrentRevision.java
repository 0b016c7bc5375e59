package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.document.AskedMoment;
import dev.rangefinder.error.InputException;
import dev.rangefinder.transaction.CoalescedRead;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Reads the current revision, and the revisions of the moments that requests ask for. Concurrent requests share one statement, on
 * a connection that operations never use.
 */
@Singleton
public final class CurrentRevision {

    /** Longer than usual, because a busy database still answers this sooner than it answers an operation. */
    private static final long TIMEOUT = TimeUnit.MILLISECONDS.toNanos(400);

    private static final Optional<AskedMoment> PRESENT = Optional.empty();

    private final Engine engine;
    private final CoalescedRead<Optional<AskedMoment>, Map<Optional<AskedMoment>, Origin>> reads =
            new CoalescedRead<>(TIMEOUT);

    CurrentRevision(Engine engine) {
        this.engine = engine;
    }

    /** The current revision; empty when it cannot be read, which the operation will report. */
    public Optional<Revision> read() {
        return read(PRESENT).map(Origin::revision);
    }

    /** The revision of a moment; empty when there is none, which the operation will report, or when a later one is required. */
    Optional<Origin> at(AskedMoment asked, long atLeast) {
        return read(Optional.of(asked)).filter(found -> asked.accepts(found.revision(), atLeast));
    }

    private Optional<Origin> read(Optional<AskedMoment> asked) {
        return reads.read(asked, this::readAll).map(found -> found.get(asked));
    }

    private Map<Optional<AskedMoment>, Origin> readAll(Set<Optional<AskedMoment>> asked) {
        Map<Optional<AskedMoment>, Origin> found = new HashMap<>();
        for (Optional<AskedMoment> one : asked) {
            try {
                found.put(one, one.map(this::originOf).orElseGet(this::present));
            } catch (DatabaseException | InputException e) {
                // Its own operation reports the reason
            }
        }
        return found;
    }

    private Origin originOf(AskedMoment asked) {
        return Origin.of(engine.moment(asked, new Cancellation()));
    }

    private Origin present() {
        return Origin.of(engine.revision(0, new Cancellation()));
    }
}
