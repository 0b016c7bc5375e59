package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.memory.OperationMemory;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Executes subscriptions for their events, each as of its own revision. The newest revision is read like that of a query, which costs
 * less than to look back.
 */
@Singleton
final class EventExecution {

    private final Engine engine;

    /** The newest revision that was read. */
    private final AtomicLong newest = new AtomicLong();

    EventExecution(Engine engine) {
        this.engine = engine;
    }

    /** Answers a subscription for an event. All failures become errors in the answer. */
    Answer answer(Request subscription, CatalogueEvent event, OperationMemory memory) {
        long revision = event.moment().revision();
        if (revision >= newest.get()) {
            Answer answer = engine.answer(subscription.atLeast(revision), event, null, new Cancellation(), memory);
            long read = answer.revision().map(Revision::number).orElse(revision);
            newest.accumulateAndGet(read, Math::max);
            if (read == revision) {
                return answer;
            }
        }
        return engine.answer(subscription, event, event.moment().past(), new Cancellation(), memory);
    }
}
