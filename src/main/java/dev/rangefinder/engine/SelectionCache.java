package dev.rangefinder.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.memory.Memory;
import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** The part of the execution of operations that does not depend on variables. */
// Caffeine loads the class of a cache by name, and Quarkus does not register the ones with weak keys
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.WSMW", "com.github.benmanes.caffeine.cache.FSMW"})
final class SelectionCache {

    /** The cache is bounded by fields, because even short documents can have many of them in fragments. */
    private static final int MAX_CACHED_FIELDS = 100_000;

    /** Approximate memory of a selected field. */
    static final int FIELD_BYTES = 400;

    /** The cache uses at most this part of the heap, as its reciprocal. */
    private static final int HEAP_PART = 16;

    /**
     * What is known of an operation.
     *
     * @param selection the selected fields; null when they depend on variables
     * @param fields the number of fields
     */
    record Entry(@Nullable Selection selection, int fields) {}

    private final Cache<OperationDefinition, Entry> entries = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(Memory.atMost((long) MAX_CACHED_FIELDS * FIELD_BYTES, HEAP_PART) / FIELD_BYTES)
            .weigher((OperationDefinition operation, Entry entry) -> entry.fields)
            .build();

    /** What is known of the operation; null when it is not in the cache. */
    @Nullable Entry find(ExecutionContext context) {
        return entries.getIfPresent(context.getOperationDefinition());
    }

    /** Caches the selection of the operation. */
    void put(ExecutionContext context, Selection selection, int fields) {
        Entry entry = changesWithVariables(context) ? new Entry(null, 1) : new Entry(selection, fields);
        entries.put(context.getOperationDefinition(), entry);
    }

    private static boolean changesWithVariables(ExecutionContext context) {
        return context.getDocument().getDefinitions().stream().anyMatch(SelectionCache::hasVariableDirective);
    }

    private static boolean hasVariableDirective(Node<?> node) {
        if (node instanceof Directive directive) {
            return directive.getArguments().stream()
                    .map(Argument::getValue)
                    .anyMatch(VariableReference.class::isInstance);
        }
        return node.getChildren().stream().anyMatch(SelectionCache::hasVariableDirective);
    }
}
