package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.document.AskedMoment;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.transaction.Moment;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Executes subscriptions for their events, each as of its own revision. The newest revision is read like that of a query, which costs
 * less than to look back.
 */
@Singleton
final class EventExecution {

    private final Engine engine;

    /** The newest revision that was read. */
    private final AtomicLong newest = new AtomicLong();

    /** The moment of the last event that looked back: many events have one revision. */
    private @Nullable Moment last;

    EventExecution(Engine engine) {
        this.engine = engine;
    }

    /**
     * Answers a subscription for an event.
     *
     * @throws dev.rangefinder.error.InputException when the history does not reach back to the event
     * @throws dev.rangefinder.transaction.DatabaseException when the database is unavailable
     */
    Answer answer(Request subscription, CatalogueEvent event, OperationMemory memory) {
        if (event.revision() >= newest.get()) {
            Answer answer =
                    engine.answer(subscription.atLeast(event.revision()), event, null, new Cancellation(), memory);
            long read = answer.revision().map(Revision::number).orElse(event.revision());
            newest.accumulateAndGet(read, Math::max);
            if (read == event.revision()) {
                return answer;
            }
        }
        return engine.answer(subscription, event, momentOf(event.revision()), new Cancellation(), memory);
    }

    private synchronized Moment momentOf(long revision) {
        Moment found = last;
        if (found == null || found.revision() != revision) {
            found = engine.moment(new AskedMoment(Math.toIntExact(revision), null), new Cancellation());
            last = found;
        }
        return found;
    }
}
