package dev.rangefinder.subscription;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.serving.Content;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest answers to events. Subscriptions with the same selection share the answer to an event, so that the work does not grow with
 * the number of clients.
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

    /** An answer that one subscription has begun to wait for. */
    private record Begun(CatalogueEvent event, CompletableFuture<Content> answer) {}

    private final EventPreparation preparation;
    private final AsyncCache<Key, Content> shared = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(Memory.atMost(SIZE, HEAP_SHARE))
            .weigher((Key key, Content content) -> ENTRY_OVERHEAD + Math.toIntExact(content.length()))
            .removalListener((@Nullable Key key, @Nullable Content content, RemovalCause cause) -> content.release())
            .buildAsync();

    EventAnswers(EventPreparation preparation) {
        this.preparation = preparation;
    }

    /** The answer to an event, if it is ready. The caller must {@linkplain Content#retain add a reference}. */
    Optional<Content> find(SubscribedOperation operation, CatalogueEvent event) {
        return Optional.ofNullable(shared.synchronous().getIfPresent(key(operation, event)));
    }

    /**
     * Prepares the answers to events, one after another, unless other subscriptions have begun to.
     *
     * @param events at least one, in order
     * @return the answer to the first event, once all are ready, as far as they are not forgotten again; a failure when the service cannot
     *     answer it at the moment
     */
    CompletableFuture<Content> prepare(SubscribedOperation operation, List<CatalogueEvent> events) {
        Queue<Begun> begun = new ArrayDeque<>();
        CompletableFuture<Content> first = begin(operation, events.get(0), begun);
        events.forEach(event -> begin(operation, event, begun));
        prepareNext(operation, begun);
        return afterOthers(operation, events, first);
    }

    /**
     * Waits for the last answer first, because those before it are usually ready by then. Answers that are ready are not referred to: the
     * cache may forget them.
     */
    private CompletableFuture<Content> afterOthers(
            SubscribedOperation operation, List<CatalogueEvent> events, CompletableFuture<Content> first) {
        for (int i = events.size() - 1; i > 0; i--) {
            CompletableFuture<Content> answer = shared.getIfPresent(key(operation, events.get(i)));
            if (answer != null && !answer.isDone()) {
                return answer.handle((content, failure) -> afterOthers(operation, events, first))
                        .thenCompose(Function.identity());
            }
        }
        return first;
    }

    private CompletableFuture<Content> begin(SubscribedOperation operation, CatalogueEvent event, Queue<Begun> begun) {
        return shared.get(key(operation, event), (key, executor) -> {
            CompletableFuture<Content> answer = new CompletableFuture<>();
            begun.add(new Begun(event, answer));
            return answer;
        });
    }

    private void prepareNext(SubscribedOperation operation, Queue<Begun> begun) {
        Begun next = begun.poll();
        if (next != null) {
            preparation.prepare(operation, next.event, next.answer, () -> prepareNext(operation, begun));
        }
    }

    private static Key key(SubscribedOperation operation, CatalogueEvent event) {
        return new Key(operation.selection(), event.cursor());
    }
}
