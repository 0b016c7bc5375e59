package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.serving.Content;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The few events that one subscription has requested and its client has not taken. Those that wait are prepared, and sent together,
 * because many clients would otherwise take a write for each event. Only the events are kept: an answer that was forgotten before it
 * could be sent is prepared again.
 */
final class EventQueue {

    private final Subscriptions subscriptions;
    private final SubscribedOperation operation;
    private final EventRecipient recipient;
    private final IntConsumer whenTaken;
    private final Queue<CatalogueEvent> unsent = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final BatchSize batch = new BatchSize();
    private volatile boolean closed;
    private volatile @Nullable CatalogueEvent sending;
    private volatile long sendingSince;

    // Used on the event loop of the client:

    private boolean preparing;
    private boolean active;
    private int taken;

    /**
     * An empty queue.
     *
     * @param whenTaken called with the number of events that the client has taken, so that others can follow
     */
    EventQueue(
            Subscriptions subscriptions,
            SubscribedOperation operation,
            EventRecipient recipient,
            IntConsumer whenTaken) {
        this.subscriptions = subscriptions;
        this.operation = operation;
        this.recipient = recipient;
        this.whenTaken = whenTaken;
    }

    /** Adds the next event. Called by one thread at a time. */
    void add(CatalogueEvent event) {
        unsent.add(event);
        wake();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            recipient.execute(this::sendReady);
        }
    }

    private void sendReady() {
        woken.set(false);
        active = true;
        while (!closed && !preparing && sending == null && !unsent.isEmpty()) {
            CatalogueEvent next = unsent.element();
            subscriptions.answers().find(operation, next).ifPresentOrElse(this::send, this::prepare);
        }
        active = false;
        recipient.flush();
        whenTaken.accept(taken);
        taken = 0;
    }

    private void prepare() {
        preparing = true;
        List<CatalogueEvent> next = unsent.stream().limit(batch.next()).toList();
        batch.begin(next.size());
        subscriptions.answers().prepare(operation, next).whenComplete((first, failure) -> {
            if (failure == null) {
                recipient.execute(() -> resume(first));
            } else {
                pause();
            }
        });
    }

    private void resume(Content first) {
        batch.end();
        preparing = false;
        active = true;
        if (!closed) {
            send(first);
        }
        sendReady();
    }

    private void pause() {
        subscriptions.later(() -> recipient.execute(() -> {
            preparing = false;
            sendReady();
        }));
    }

    private void send(Content content) {
        try {
            content.retain(); // fails if it was evicted, and there is no memory for it now
        } catch (MemoryShortageException e) {
            preparing = true;
            pause();
            return;
        }
        CatalogueEvent event = unsent.remove();
        batch.sent();
        sendingSince = System.nanoTime();
        sending = event;
        recipient.next(event, content, this::sent);
    }

    private void sent() {
        sending = null;
        taken++;
        if (!active) {
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
