package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.serving.Content;
import org.jspecify.annotations.Nullable;

/** Sends the events of one subscription to its client. Called on any thread, unless a method says otherwise. */
public interface EventRecipient {

    /** Runs a task on the event loop of the connection. */
    void execute(Runnable task);

    /**
     * Sends the answer to an event, at the latest with the next {@link #flush}, and releases it. Called on the event loop of the
     * connection.
     *
     * @param whenSent called when the client has taken it, so that the next one can follow
     */
    void next(CatalogueEvent event, Content content, Runnable whenSent);

    /** Sends the answers that are ready. Called on the event loop of the connection. */
    void flush();

    /** Sends the newest revision of the catalogue, which shows that the service and the connection are alive. */
    void heartbeat(long revision);

    /** Ends the connection, because the service stops: the client subscribes again elsewhere, after the last cursor that it has read. */
    void restart();

    /**
     * Ends the subscription.
     *
     * @param failure why; null when there are no more events
     */
    void end(@Nullable Answer failure);
}
