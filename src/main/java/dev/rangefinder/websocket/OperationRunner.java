package dev.rangefinder.websocket;

import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.RequestId;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Observations;
import dev.rangefinder.serving.CachingExecutor;
import dev.rangefinder.serving.PersistedDocuments;
import dev.rangefinder.serving.RequestReader;
import dev.rangefinder.serving.Workers;
import dev.rangefinder.subscription.EventRecipient;
import dev.rangefinder.subscription.EventStream;
import dev.rangefinder.subscription.SubscribedOperation;
import dev.rangefinder.subscription.Subscriptions;
import jakarta.inject.Singleton;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Executes operations with the same workers, documents and cache as requests over HTTP. */
@Singleton
final class OperationRunner {

    private final Authentication authentication;
    private final Workers workers;
    private final PersistedDocuments documents;
    private final CachingExecutor executor;
    private final ErrorHandler errors;
    private final Observations observations;
    private final Subscriptions subscriptions;

    OperationRunner(
            Authentication authentication,
            Workers workers,
            PersistedDocuments documents,
            CachingExecutor executor,
            ErrorHandler errors,
            Observations observations,
            Subscriptions subscriptions) {
        this.authentication = authentication;
        this.workers = workers;
        this.documents = documents;
        this.executor = executor;
        this.errors = errors;
        this.observations = observations;
        this.subscriptions = subscriptions;
    }

    /**
     * Runs a task on a worker thread.
     *
     * @param client the connection that the task belongs to
     * @param whenRejected called instead, on any thread, when the service is overloaded
     */
    void start(Object client, Runnable task, Consumer<InputException> whenRejected) {
        workers.execute(client, task, whenRejected);
    }

    /**
     * Identifies a client.
     *
     * @param authorization the values of its {@code Authorization} header
     * @throws InputException when it is not accepted
     */
    Caller identify(List<String> authorization) {
        return authentication.caller(authorization);
    }

    /** How long the access token of a client is still valid; empty when it has none. */
    Optional<Duration> lifetime(Caller caller) {
        return authentication.lifetime(caller);
    }

    /**
     * Executes an operation on the calling thread.
     *
     * @param client the connection that it belongs to
     * @param payload the payload of the message that requests it
     * @param caller who has sent it
     * @return the messages for the client; none when it has cancelled the operation
     */
    Messages run(String id, Object client, CharBuffer payload, Caller caller, Cancellation cancellation) {
        Observation observation = observations.begin(RequestId.of(null), null);
        Messages messages = new Messages(id, client, cancellation, observation);
        if (!cancellation.isCancelled()) {
            observation.observe(
                    () -> executor.execute(() -> read(payload, messages).by(caller), messages));
        }
        return messages;
    }

    /**
     * Starts a subscription.
     *
     * @throws InputException when there are too many
     */
    EventStream open(SubscribedOperation operation, EventRecipient recipient) {
        return subscriptions.open(operation, recipient);
    }

    private Request read(CharBuffer payload, Messages messages) {
        try {
            return RequestReader.ofMessage(payload, documents);
        } catch (InputException e) {
            if (e.code() == ErrorCode.BAD_REQUEST || e.code() == ErrorCode.MALFORMED_JSON) {
                messages.close(new ViolationException(CloseCode.BAD_MESSAGE, String.valueOf(e.getMessage())));
            }
            throw e;
        }
    }

    /** The messages that reject an operation. */
    List<OutgoingMessage> reject(String id, Exception failure) {
        return MessageWriter.reject(id, errors.reject(failure));
    }
}
