package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.engine.schema.MutationFetcher;
import dev.rangefinder.mutation.IdempotencyException;
import dev.rangefinder.mutation.IdempotencyKey;
import dev.rangefinder.mutation.MutationRequest;
import dev.rangefinder.mutation.Mutations;
import dev.rangefinder.mutation.Payload;
import graphql.execution.ExecutionContext;
import java.lang.reflect.Method;
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
    private final Request request;
    private final long end;
    private @Nullable Map<String, Result> results;
    private @Nullable Revision revision;

    /** The payload of one change, or its unexpected failure. */
    private record Result(
            @Nullable Payload payload, @Nullable Exception failure) {}

    /**
     * Creates the changes of an operation, none of which has been made.
     *
     * @param request the request with the operation
     * @param end when they must end, by {@link System#nanoTime}
     */
    Changes(Mutations mutations, Request request, long end) {
        this.mutations = mutations;
        this.request = request;
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
                calls.put(field, mutation.prepare(field.arguments(context), request.caller()));
            }
        }
        String key = request.idempotencyKey();
        String digest = key == null ? "" : RequestDigest.of(request);
        Map<String, Result> made = new LinkedHashMap<>();
        results = made;
        calls.forEach((field, call) -> {
            IdempotencyKey ofField = key == null ? null : new IdempotencyKey(key, digest, made.size());
            Method method = ((MutationFetcher) field.fetcher()).method();
            Result result = make(new MutationRequest(method, call, request.caller(), ofField, end));
            if (made.isEmpty() && result.failure instanceof IdempotencyException unusable) {
                throw unusable; // so that the whole request is rejected
            }
            made.put(field.key(), result);
        });
    }

    private Result make(MutationRequest mutation) {
        try {
            Payload payload = mutations.execute(mutation);
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
