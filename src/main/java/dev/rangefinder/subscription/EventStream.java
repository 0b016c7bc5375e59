package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One active subscription. It requests as many events as its client has taken, so that a slow client occupies little memory: what it
 * has not read is still in the log.
 */
public final class EventStream implements Flow.Subscriber<CatalogueEvent> {

    /** How many events are requested in advance. */
    private static final int WINDOW = 64;

    private final Subscriptions subscriptions;
    private final EventRecipient recipient;
    private final EventQueue queue;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription upstream;

    /** How many events the client has taken, without others being requested instead. */
    private int taken;

    EventStream(Subscriptions subscriptions, SubscribedOperation operation, EventRecipient recipient) {
        this.subscriptions = subscriptions;
        this.recipient = recipient;
        this.queue = new EventQueue(subscriptions, operation, recipient, this::requestMore);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        subscription.request(WINDOW);
    }

    @Override
    public void onNext(CatalogueEvent event) {
        if (!ended.get()) {
            queue.add(event);
        }
    }

    /** Called on the event loop of the client. Events are requested in bulk, because each request looks for some. */
    private void requestMore(int number) {
        taken += number;
        Flow.Subscription subscription = upstream;
        if (taken >= WINDOW / 2 && subscription != null && !ended.get()) {
            subscription.request(taken);
            taken = 0;
        }
    }

    /** Ends the subscription of a client that has not taken an event for a time, in nanoseconds. */
    void endIfOverdue(long timeout) {
        queue.overdue(timeout)
                .ifPresent(unread -> end(Answer.rejected(List.of(ClientError.builder(
                                ErrorCode.TOO_SLOW,
                                "The client reads events too slowly. Subscribe again after the last cursor that it has read.")
                        .extensions(Map.of("code", ErrorCode.TOO_SLOW.name(), "unread", unread.cursor()))
                        .build()))));
    }

    void heartbeat(long revision) {
        recipient.heartbeat(revision);
    }

    @Override
    public void onError(Throwable failure) {
        end(subscriptions.reject(failure));
    }

    @Override
    public void onComplete() {
        end(null);
    }

    /** Ends the subscription, and tells the client why. */
    void end(@Nullable Answer failure) {
        if (stop()) {
            recipient.end(failure);
        }
    }

    /** Ends the connection of the client, which subscribes again elsewhere. */
    void restart() {
        if (stop()) {
            recipient.restart();
        }
    }

    /** Ends the subscription, because its client does not wait any more. */
    public void cancel() {
        stop();
    }

    private boolean stop() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        queue.close();
        Flow.Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        subscriptions.remove(this);
        return true;
    }
}
