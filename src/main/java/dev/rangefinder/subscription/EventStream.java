package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.serving.Content;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One active subscription. It requests an event when its client has taken the one before, so that a slow client occupies no memory:
 * what it has not read is still in the log.
 */
public final class EventStream implements Flow.Subscriber<CatalogueEvent> {

    private final Subscriptions subscriptions;
    private final SubscribedOperation operation;
    private final EventRecipient recipient;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription upstream;
    private volatile @Nullable CatalogueEvent sending;
    private volatile long sendingSince;

    EventStream(Subscriptions subscriptions, SubscribedOperation operation, EventRecipient recipient) {
        this.subscriptions = subscriptions;
        this.operation = operation;
        this.recipient = recipient;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(CatalogueEvent event) {
        if (ended.get()) {
            return;
        }
        subscriptions
                .answers()
                .answer(operation, event)
                .thenAccept(content -> send(event, content))
                .exceptionally(failure -> {
                    subscriptions.later(() -> onNext(event));
                    return null;
                });
    }

    private void send(CatalogueEvent event, Content content) {
        if (!ended.get()) {
            Content retained = content.retain(); // fails if it was evicted, and there is no memory for it now
            sendingSince = System.nanoTime();
            sending = event;
            recipient.next(event, retained, this::sent);
        }
    }

    private void sent() {
        sending = null;
        Flow.Subscription subscription = upstream;
        if (subscription != null && !ended.get()) {
            subscription.request(1);
        }
    }

    /** Ends the subscription of a client that has not taken an event for a time, in nanoseconds. */
    void endIfOverdue(long timeout) {
        CatalogueEvent unread = sending;
        if (unread != null && System.nanoTime() - sendingSince > timeout) {
            end(Answer.rejected(List.of(ClientError.builder(
                            ErrorCode.TOO_SLOW,
                            "The client reads events too slowly. Subscribe again after the last cursor that it has read.")
                    .extensions(Map.of("code", ErrorCode.TOO_SLOW.name(), "unread", unread.cursor()))
                    .build())));
        }
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
        Flow.Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        subscriptions.remove(this);
        return true;
    }
}
