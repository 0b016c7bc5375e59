package dev.rangefinder.subscription;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
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
import org.jspecify.annotations.Nullable;

/**
 * Answers subscriptions for their events: GraphQL specification, section 6.2.3.2. Subscriptions with the same selection share the
 * answer to an event, so that the work does not grow with the number of clients.
 */
@Singleton
final class EventAnswers {

    /** The size of the cache, in bytes. */
    private static final long SIZE = 16_000_000;

    /** The cache takes at most the heap divided by this. */
    private static final int HEAP_SHARE = 16;

    /** The approximate size of an entry without its content, in bytes. */
    private static final int ENTRY_OVERHEAD = 512;

    /** What determines an answer. */
    private record Key(Object selection, String event) {}

    private final Workers workers;
    private final EventExecution execution;
    private final AnswerEncoder encoder;
    private final ErrorHandler errors;
    private final Memory memory;
    private final Observations observations;
    private final AsyncCache<Key, Content> shared = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(Memory.atMost(SIZE, HEAP_SHARE))
            .weigher((Key key, Content content) -> ENTRY_OVERHEAD + Math.toIntExact(content.length()))
            .removalListener((@Nullable Key key, @Nullable Content content, RemovalCause cause) -> content.release())
            .buildAsync();

    EventAnswers(
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
     * Answers a subscription for an event. The result fails when the service cannot answer at the moment.
     *
     * @return the answer, to which the caller must {@linkplain Content#retain add a reference}
     */
    CompletableFuture<Content> answer(SubscribedOperation operation, CatalogueEvent event) {
        return shared.get(new Key(operation.selection(), event.cursor()), (key, executor) -> start(operation, event));
    }

    private CompletableFuture<Content> start(SubscribedOperation operation, CatalogueEvent event) {
        CompletableFuture<Content> result = new CompletableFuture<>();
        Observation observation = observations.begin(operation.requestId(), null);
        workers.execute(
                operation.client(),
                () -> observation.observe(() -> complete(result, operation, event, observation)),
                result::completeExceptionally);
        return result;
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
