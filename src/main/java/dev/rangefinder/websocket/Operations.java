package dev.rangefinder.websocket;

import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.subscription.SubscribedOperation;
import io.vertx.core.Context;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The operations of one client. */
final class Operations {

    private final OperationRunner runner;
    private final Context context;
    private final Outbox outbox;
    private final int limit;
    private final Consumer<ViolationException> whenViolated;

    /** The operations that the client waits for, by id. */
    private final Map<String, Cancellation> pending = new HashMap<>();

    private final SocketSubscriptions subscriptions;

    /** The number of operations that use resources: a cancelled one until it stops, others until their answer is sent. */
    private int active;

    private Runnable whenIdle = () -> {};

    /**
     * Creates the operations of a client.
     *
     * @param context the event loop on which all methods are called
     * @param limit the maximum number of operations at a time
     * @param whenViolated called when a payload is not a request
     */
    Operations(
            OperationRunner runner,
            Context context,
            Outbox outbox,
            int limit,
            Consumer<ViolationException> whenViolated) {
        this.runner = runner;
        this.context = context;
        this.outbox = outbox;
        this.limit = limit;
        this.whenViolated = whenViolated;
        this.subscriptions = new SocketSubscriptions(runner, context, outbox);
    }

    /**
     * Starts an operation.
     *
     * @throws ViolationException when another one with this id has not ended
     */
    void start(String id, CharBuffer payload, Caller caller) {
        if (pending.containsKey(id) || subscriptions.contains(id)) {
            throw new ViolationException(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
        }
        if (active + subscriptions.size() >= limit) {
            outbox.send(runner.reject(id, tooMany()), () -> {});
            return;
        }
        Cancellation cancellation = new Cancellation();
        pending.put(id, cancellation);
        active++;
        runner.start(
                this, () -> run(id, payload, caller, cancellation), rejection -> reject(id, cancellation, rejection));
    }

    private InputException tooMany() {
        return new InputException(
                ErrorCode.UNAVAILABLE, "A WebSocket may have " + limit + " operations at a time. Wait for one to end.");
    }

    /** Called on any thread. */
    private void reject(String id, Cancellation cancellation, InputException rejection) {
        context.runOnContext(rejected -> answer(id, cancellation, runner.reject(id, rejection)));
    }

    /** Called on a worker thread. */
    private void run(String id, CharBuffer payload, Caller caller, Cancellation cancellation) {
        try {
            Messages messages = runner.run(id, this, payload, caller, cancellation);
            List<OutgoingMessage> all = messages.all();
            context.runOnContext(ended -> messages.subscription()
                    .ifPresentOrElse(
                            subscription -> subscribe(id, cancellation, subscription),
                            () -> answer(id, cancellation, all)));
        } catch (ViolationException violation) {
            context.runOnContext(ended -> whenViolated.accept(violation));
        }
    }

    private void subscribe(String id, Cancellation cancellation, SubscribedOperation subscription) {
        try {
            if (pending.get(id) == cancellation) {
                subscriptions.start(id, subscription);
            }
            answer(id, cancellation, List.of());
        } catch (InputException rejection) {
            answer(id, cancellation, runner.reject(id, rejection));
        }
    }

    private void answer(String id, Cancellation cancellation, List<OutgoingMessage> messages) {
        if (pending.remove(id, cancellation)) {
            outbox.send(messages, this::release);
        } else {
            messages.forEach(OutgoingMessage::release);
            release();
        }
    }

    private void release() {
        active--;
        if (active == 0) {
            whenIdle.run();
        }
    }

    /** Cancels an operation, unless it has ended. */
    void cancel(String id) {
        Cancellation operation = pending.remove(id);
        if (operation != null) {
            operation.cancel();
        }
        subscriptions.cancel(id);
    }

    /** Cancels all operations. */
    void cancelAll() {
        pending.values().forEach(Cancellation::cancel);
        pending.clear();
        subscriptions.cancelAll();
    }

    /** Runs a task as soon as no operation is active. A subscription would never end: its client begins it again elsewhere. */
    void whenIdle(Runnable then) {
        whenIdle = then;
        if (active == 0) {
            then.run();
        }
    }
}
