package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.schema.MutationFetcher;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.mutation.Mutations;
import dev.rangefinder.mutation.Payload;
import graphql.execution.ExecutionContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one operation: GraphQL specification, section 6.2.2. Each is made once, in the order of the document. What their
 * payloads select is read after all of them, and can be read again when a transaction turns out to be unusable.
 */
final class Changes {

    private final Mutations mutations;
    private final Caller caller;
    private final long end;
    private @Nullable Map<String, Result> results;
    private @Nullable Revision revision;

    /** The payload of one change, or its unexpected failure. */
    private record Result(
            @Nullable Payload payload, @Nullable Exception failure) {}

    /**
     * Creates the changes of an operation, none of which has been made.
     *
     * @param caller who makes them
     * @param end when they must end, by {@link System#nanoTime}
     */
    Changes(Mutations mutations, Caller caller, long end) {
        this.mutations = mutations;
        this.caller = caller;
        this.end = end;
    }

    /**
     * Makes all changes, unless they have been made.
     *
     * @throws dev.rangefinder.error.InputException when an argument of any of them is invalid
     */
    void make(Selection root, ExecutionContext context) {
        if (results != null) {
            return;
        }
        Map<SelectedField, Supplier<Payload>> calls = new LinkedHashMap<>();
        for (SelectedField field : root.fields()) {
            if (field.fetcher() instanceof MutationFetcher mutation) {
                calls.put(field, mutation.prepare(field.arguments(context), caller));
            }
        }
        Map<String, Result> made = new LinkedHashMap<>();
        results = made;
        calls.forEach((field, call) -> made.put(field.key(), make((MutationFetcher) field.fetcher(), call)));
    }

    private Result make(MutationFetcher mutation, Supplier<Payload> call) {
        try {
            Payload payload = mutations.execute(mutation.method(), caller, call, end);
            revision = payload.seenRevision() == null ? revision : payload.seenRevision();
            return new Result(payload, null);
        } catch (RuntimeException e) {
            return new Result(null, e);
        }
    }

    /** The payload of a root field. */
    Payload payload(SelectedField field) throws Exception {
        Result result = results.get(field.key());
        if (result.failure != null) {
            throw result.failure;
        }
        return result.payload;
    }

    /** The earliest revision that the payloads can be read from; empty if all changes failed. */
    Optional<Revision> revision() {
        return Optional.ofNullable(revision);
    }
}
