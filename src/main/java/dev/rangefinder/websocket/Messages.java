package dev.rangefinder.websocket;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Outcome;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.Recipient;
import dev.rangefinder.serving.ResponseVariant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that answer one operation. */
final class Messages implements Recipient {

    private final String id;
    private final Cancellation cancellation;
    private final Observation observation;
    private List<OutgoingMessage> all = List.of();
    private @Nullable ViolationException violation;

    Messages(String id, Cancellation cancellation, Observation observation) {
        this.id = id;
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
