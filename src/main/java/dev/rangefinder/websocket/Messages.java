package dev.rangefinder.websocket;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Outcome;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.Recipient;
import dev.rangefinder.serving.ResponseVariant;
import dev.rangefinder.subscription.SubscribedOperation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages that answer one operation. */
final class Messages implements Recipient {

    private final String id;
    private final Object client;
    private final Cancellation cancellation;
    private final Observation observation;
    private List<OutgoingMessage> all = List.of();
    private @Nullable ViolationException violation;
    private @Nullable SubscribedOperation subscribed;

    /**
     * The messages for an operation.
     *
     * @param client the connection that it belongs to
     */
    Messages(String id, Object client, Cancellation cancellation, Observation observation) {
        this.id = id;
        this.client = client;
        this.cancellation = cancellation;
        this.observation = observation;
    }

    /** Closes the WebSocket instead, because the payload is not a request. */
    void close(ViolationException reason) {
        violation = reason;
    }

    /**
     * The messages, in order.
     *
     * @throws ViolationException when the WebSocket must be closed instead
     */
    List<OutgoingMessage> all() {
        if (violation != null) {
            throw violation;
        }
        return all;
    }

    /** The subscription that the operation begins; empty for other operations. */
    Optional<SubscribedOperation> subscription() {
        return Optional.ofNullable(subscribed);
    }

    @Override
    public Observation observation() {
        return observation;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public ResponseVariant variant() {
        return ResponseVariant.DEFAULT;
    }

    @Override
    public void subscribe(Request request, Answer answer) {
        subscribed = SubscribedOperation.of(request, answer, observation.requestId(), client);
        end(Outcome.OK);
    }

    @Override
    public void reject(Answer rejection) {
        all = MessageWriter.reject(id, rejection);
        end(rejection.outcome());
    }

    @Override
    public void answer(Answer answer, Content content) {
        all = MessageWriter.answer(id, content);
        end(answer.outcome());
    }

    @Override
    public void answer(String tag, Content content) {
        all = MessageWriter.answer(id, content);
        end(Outcome.OK);
    }

    private void end(Outcome outcome) {
        observation.end(cancellation.isCancelled() ? Outcome.ABANDONED : outcome);
    }
}
