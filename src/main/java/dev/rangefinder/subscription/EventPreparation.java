package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.ClientError;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Observations;
import dev.rangefinder.serving.AnswerEncoder;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.serving.Workers;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/** Answers subscriptions for their events, on worker threads: GraphQL specification, section 6.2.3.2. */
@Singleton
final class EventPreparation {

    private final Workers workers;
    private final EventExecution execution;
    private final AnswerEncoder encoder;
    private final ErrorHandler errors;
    private final Memory memory;
    private final Observations observations;

    EventPreparation(
            Workers workers,
            EventExecution execution,
            AnswerEncoder encoder,
            ErrorHandler errors,
            Memory memory,
            Observations observations) {
        this.workers = workers;
        this.execution = execution;
        this.encoder = encoder;
        this.errors = errors;
        this.memory = memory;
        this.observations = observations;
    }

    /**
     * Answers a subscription for an event.
     *
     * @param answer completed with the answer, or with a failure when the service cannot answer at the moment
     * @param then called in any case, on any thread
     */
    void prepare(
            SubscribedOperation operation, CatalogueEvent event, CompletableFuture<Content> answer, Runnable then) {
        Observation observation = observations.begin(operation.requestId(), null);
        workers.execute(
                operation.client(),
                () -> {
                    try {
                        observation.observe(() -> complete(answer, operation, event, observation));
                    } finally {
                        then.run();
                    }
                },
                rejection -> {
                    answer.completeExceptionally(rejection);
                    then.run();
                });
    }

    private void complete(
            CompletableFuture<Content> result,
            SubscribedOperation operation,
            CatalogueEvent event,
            Observation observation) {
        try (OperationMemory rows = memory.open()) {
            long start = System.nanoTime();
            Answer answer = execution.answer(operation.request(), event, rows);
            observation.end(answer.outcome());
            if (mayBeAnsweredLater(answer)) {
                result.completeExceptionally(new InputException(ErrorCode.UNAVAILABLE, "The event waits"));
                return;
            }
            Content content = encoder.encode(answer, rows, ContentCoding.IDENTITY, new Cancellation(), start);
            content.markCached();
            result.complete(content);
        } catch (InputException rejection) {
            result.complete(AnswerEncoder.encode(errors.reject(rejection)));
        } catch (MemoryShortageException shortage) {
            result.completeExceptionally(shortage);
        } catch (RuntimeException | Error e) {
            result.complete(
                    AnswerEncoder.encode(errors.reject(new IllegalStateException("An event was not answered", e))));
        }
    }

    private static boolean mayBeAnsweredLater(Answer answer) {
        if (answer.isExecuted()) {
            return false;
        }
        ErrorCode code = ClientError.codeOf(answer.errors().get(0));
        return code == ErrorCode.UNAVAILABLE || code == ErrorCode.REVISION_NOT_REACHED;
    }
}
