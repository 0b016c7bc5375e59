package dev.rangefinder.websocket;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.serving.Content;
import dev.rangefinder.subscription.EventRecipient;
import dev.rangefinder.subscription.EventStream;
import dev.rangefinder.subscription.SubscribedOperation;
import io.vertx.core.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The active subscriptions of one client. All methods are called on the event loop of its connection. */
final class SocketSubscriptions {

    private final OperationRunner runner;
    private final Context context;
    private final Outbox outbox;
    private final Map<String, Events> active = new HashMap<>();

    SocketSubscriptions(OperationRunner runner, Context context, Outbox outbox) {
        this.runner = runner;
        this.context = context;
        this.outbox = outbox;
    }

    /** Sends the events of one of them. */
    private final class Events implements EventRecipient {

        private final String id;
        private final MessageBlock block;
        private final EventStream stream;

        Events(String id, SubscribedOperation operation) {
            this.id = id;
            this.block = new MessageBlock(id);
            this.stream = runner.open(operation, this);
        }

        private boolean isActive() {
            return active.get(id) == this;
        }

        @Override
        public void execute(Runnable task) {
            context.runOnContext(now -> task.run());
        }

        @Override
        public void next(CatalogueEvent event, Content content, Runnable whenSent) {
            if (!isActive()) {
                content.release();
            } else if (block.accepts(content)) {
                block.add(content);
                send(whenSent);
            } else {
                flush();
                outbox.send(List.of(MessageWriter.next(id, content)), whenSent);
            }
        }

        /** While the client reads, messages are collected. What a slow client has not read limits what it gets. */
        private void send(Runnable whenSent) {
            if (block.isFull() || !outbox.isEmpty()) {
                outbox.send(block.take(), whenSent);
            } else {
                whenSent.run();
            }
        }

        @Override
        public void flush() {
            if (isActive() && !block.isEmpty()) {
                outbox.send(block.take(), () -> {});
            }
        }

        @Override
        public void heartbeat(long revision) {
            context.runOnContext(now -> {
                if (isActive() && outbox.isEmpty()) {
                    outbox.send(MessageWriter.ping(revision));
                }
            });
        }

        @Override
        public void restart() {
            // The whole WebSocket is closed.
        }

        @Override
        public void end(@Nullable Answer failure) {
            context.runOnContext(now -> {
                if (active.remove(id, this)) {
                    outbox.send(
                            failure == null ? List.of(MessageWriter.complete(id)) : MessageWriter.reject(id, failure),
                            () -> {});
                }
            });
        }
    }

    /** How many are active. */
    int size() {
        return active.size();
    }

    boolean contains(String id) {
        return active.containsKey(id);
    }

    /**
     * Starts a subscription.
     *
     * @throws dev.rangefinder.error.InputException when the service has too many
     */
    void start(String id, SubscribedOperation operation) {
        Events events = new Events(id, operation);
        active.put(id, events);
        operation.events().subscribe(events.stream);
    }

    /** Cancels a subscription, if it is active. */
    void cancel(String id) {
        Events events = active.remove(id);
        if (events != null) {
            events.stream.cancel();
        }
    }

    /** Cancels all subscriptions. */
    void cancelAll() {
        List.copyOf(active.keySet()).forEach(this::cancel);
    }
}
