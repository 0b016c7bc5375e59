package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.serving.Content;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The few events that one subscription has requested and its client has not taken. Their answers are prepared one after another, and
 * those that are ready are sent together, because many clients would otherwise take a write for each event. Only the events are kept:
 * an answer that was forgotten before it could be sent is prepared again.
 */
final class EventQueue {

    private final Subscriptions subscriptions;
    private final SubscribedOperation operation;
    private final EventRecipient recipient;
    private final Runnable whenSent;
    private final Queue<CatalogueEvent> unprepared = new ConcurrentLinkedQueue<>();
    private final Queue<CatalogueEvent> unsent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger preparing = new AtomicInteger();
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean waiting;
    private volatile boolean closed;
    private volatile @Nullable CatalogueEvent sending;
    private volatile long sendingSince;

    /**
     * An empty queue.
     *
     * @param whenSent called when the client has taken an event, so that another one can follow
     */
    EventQueue(
            Subscriptions subscriptions, SubscribedOperation operation, EventRecipient recipient, Runnable whenSent) {
        this.subscriptions = subscriptions;
        this.operation = operation;
        this.recipient = recipient;
        this.whenSent = whenSent;
    }

    /** Adds the next event. Called by one thread at a time. */
    void add(CatalogueEvent event) {
        unsent.add(event);
        unprepared.add(event);
        if (preparing.getAndIncrement() == 0) {
            prepareNext();
        }
    }

    private void prepareNext() {
        answer(unprepared.remove()).whenComplete((content, failure) -> {
            boolean last = preparing.decrementAndGet() == 0;
            if (last || failure != null) {
                wake();
            }
            if (!last) {
                prepareNext();
            }
        });
    }

    private CompletableFuture<Content> answer(CatalogueEvent event) {
        return subscriptions.answers().answer(operation, event);
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            recipient.execute(this::sendReady);
        }
    }

    /** Everything that follows is called on the event loop of the client. */
    private void sendReady() {
        woken.set(false);
        while (!closed && !waiting && sending == null && !unsent.isEmpty()) {
            CatalogueEvent event = unsent.element();
            CompletableFuture<Content> answer = answer(event);
            if (answer.isDone()) {
                send(event, answer);
            } else if (preparing.get() > 0) {
                break; // the last one that is prepared wakes the queue
            } else {
                waiting = true;
                answer.whenComplete((content, failure) -> resume(failure == null));
            }
        }
        recipient.flush();
    }

    private void send(CatalogueEvent event, CompletableFuture<Content> answer) {
        try {
            Content content = answer.join().retain(); // fails if it was evicted, and there is no memory for it now
            unsent.remove();
            sendingSince = System.nanoTime();
            sending = event;
            recipient.next(event, content, this::sent);
        } catch (CompletionException | MemoryShortageException e) {
            waiting = true;
            resume(false);
        }
    }

    private void resume(boolean now) {
        Runnable sendReady = () -> {
            waiting = false;
            sendReady();
        };
        if (now) {
            recipient.execute(sendReady);
        } else {
            subscriptions.later(() -> recipient.execute(sendReady));
        }
    }

    private void sent() {
        sending = null;
        whenSent.run();
        if (preparing.get() == 0) {
            wake();
        }
    }

    /** The event that the client has not taken for a time in nanoseconds. */
    Optional<CatalogueEvent> overdue(long timeout) {
        CatalogueEvent unread = sending;
        return unread != null && System.nanoTime() - sendingSince > timeout ? Optional.of(unread) : Optional.empty();
    }

    /** Sends no more. */
    void close() {
        closed = true;
    }
}
