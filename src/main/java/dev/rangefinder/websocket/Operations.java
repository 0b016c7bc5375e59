package dev.rangefinder.websocket;

import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.vertx.core.Context;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The operations of one client. */
final class Operations {

    private final Execution execution;
    private final Context context;
    private final Outbox outbox;
    private final int most;
    private final Consumer<ViolationException> whenViolated;

    /** Those that the client waits for, by their ids. */
    private final Map<String, Cancellation> awaited = new HashMap<>();

    /** All that hold something: one that the client does not want any more has to notice, and an answer has to be taken. */
    private int held;

    private Runnable whenIdle = () -> {};

    /**
     * No operations yet.
     *
     * @param context the event loop on which all of this is called
     * @param most how many there may be at a time
     * @param whenViolated is told when a payload is no request
     */
    Operations(
            Execution execution, Context context, Outbox outbox, int most, Consumer<ViolationException> whenViolated) {
        this.execution = execution;
        this.context = context;
        this.outbox = outbox;
        this.most = most;
        this.whenViolated = whenViolated;
    }

    /**
     * Starts one.
     *
     * @throws ViolationException when there is one with this id
     */
    void start(String id, CharBuffer payload) {
        if (awaited.containsKey(id)) {
            throw new ViolationException(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
        }
        if (held >= most) {
            outbox.send(execution.refuse(id, tooMany()), () -> {});
            return;
        }
        Cancellation cancellation = new Cancellation();
        awaited.put(id, cancellation);
        held++;
        execution.start(this, () -> run(id, payload, cancellation), rejection -> reject(id, cancellation, rejection));
    }

    private InputException tooMany() {
        return new InputException(
                ErrorCode.UNAVAILABLE, "A WebSocket has " + most + " operations at a time. Wait for one to end.");
    }

    /** On any thread. */
    private void reject(String id, Cancellation cancellation, InputException rejection) {
        context.runOnContext(rejected -> answer(id, cancellation, execution.refuse(id, rejection)));
    }

    /** On a worker. */
    private void run(String id, CharBuffer payload, Cancellation cancellation) {
        try {
            List<OutgoingMessage> messages = execution.run(id, payload, cancellation);
            context.runOnContext(ended -> answer(id, cancellation, messages));
        } catch (ViolationException violation) {
            context.runOnContext(ended -> whenViolated.accept(violation));
        }
    }

    private void answer(String id, Cancellation cancellation, List<OutgoingMessage> messages) {
        if (awaited.remove(id, cancellation)) {
            outbox.send(messages, this::release);
        } else {
            messages.forEach(OutgoingMessage::release);
            release();
        }
    }

    private void release() {
        held--;
        if (held == 0) {
            whenIdle.run();
        }
    }

    /** Ends the one with an id, of which the client wants to hear nothing more. It may have ended by itself. */
    void cancel(String id) {
        Cancellation operation = awaited.remove(id);
        if (operation != null) {
            operation.cancel();
        }
    }

    /** Ends all of them. */
    void cancel() {
        awaited.values().forEach(Cancellation::cancel);
        awaited.clear();
    }

    /** Calls something as soon as there is none. */
    void whenIdle(Runnable then) {
        whenIdle = then;
        if (held == 0) {
            then.run();
        }
    }
}
