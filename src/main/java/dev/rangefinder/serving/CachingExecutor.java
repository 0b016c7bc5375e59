package dev.rangefinder.serving;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.engine.document.AskedMoment;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.memory.OperationMemory;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers requests, from the cache if it has the current answer. Every request first reads the current revision of the
 * catalogue, and an answer is cached under the revision that it was read from. Therefore no answer is older than a change
 * that was committed before its request arrived, whichever replica of the service made that change. Where operations run on
 * database replicas, this holds for changes up to the revision that the request requires, and for those older than the
 * maximum replication lag. The answer reports its revision.
 */
@Singleton
public final class CachingExecutor {

    private final Engine engine;
    private final ErrorHandler errors;
    private final CurrentRevision current;
    private final AnswerCache cache;
    private final AnswerEncoder encoder;
    private final Memory memory;
    private final Clock clock;
    private final String version;
    private final CacheMetrics metrics;

    CachingExecutor(
            Engine engine,
            ErrorHandler errors,
            CurrentRevision current,
            AnswerCache cache,
            AnswerEncoder encoder,
            Memory memory,
            Clock clock,
            BuildConfig build,
            CacheMetrics metrics) {
        this.engine = engine;
        this.errors = errors;
        this.current = current;
        this.cache = cache;
        this.encoder = encoder;
        this.memory = memory;
        this.clock = clock;
        this.version = build.version();
        this.metrics = metrics;
    }

    /** Answers a request. Any failure, even to read the request, becomes an error in the answer. */
    public void execute(Supplier<Request> request, Recipient recipient) {
        try (OperationMemory rows = memory.open()) {
            execute(request.get(), recipient, rows);
        } catch (InputException | DatabaseException | MemoryShortageException rejection) {
            recipient.reject(errors.reject(rejection));
        } catch (RuntimeException | Error e) {
            // Otherwise the client would wait for an answer that never comes.
            recipient.reject(errors.reject(new IllegalStateException("The request was not answered", e)));
        }
    }

    private void execute(Request request, Recipient recipient, OperationMemory rows) {
        long start = System.nanoTime();
        LocalDate today = LocalDate.now(clock);
        // An answer may already be in the cache or with the client.
        Optional<PreparedDocument> known = cache.isEnabled() || recipient.isConditional()
                ? cacheable(request, Optional.ofNullable(request.document().prepared()))
                : Optional.empty();
        Optional<AskedMoment> asked = known.map(document -> document.asOf(request));
        Optional<Origin> now = asked.isPresent()
                ? asked.flatMap(one -> current.at(one, request.atLeast()))
                : known.flatMap(document -> present(request));
        known.ifPresent(document -> recipient.observation().identify(document.operation(request.operationName())));
        if (now.isPresent()
                && answerFromCache(recipient, now.get(), tag(now.get(), today, known.get(), request, recipient))) {
            return;
        }
        Answer answer = engine.answer(request, now.map(Origin::moment).orElse(null), recipient.cancellation(), rows);
        if (!answer.isExecuted()) {
            recipient.reject(answer);
            return;
        }
        if (answer.events().isPresent()) {
            recipient.subscribe(request, answer);
            return;
        }
        Optional<PreparedDocument> document =
                answer.isCacheable() ? cacheable(request, answer.document()) : Optional.empty();
        Optional<Origin> read = answer.revision().map(revision -> new Origin(revision, answer.moment()));
        Optional<Origin> origin = document.flatMap(valid -> read.or(() -> now).or(() -> present(request)));
        Content content = encoder.encode(answer, rows, recipient.variant().coding(), recipient.cancellation(), start);
        // An operation that ran over midnight may have seen either day.
        if (origin.isEmpty() || !today.equals(LocalDate.now(clock))) {
            read.ifPresent(found -> describe(found, recipient));
            recipient.answer(answer, content);
        } else {
            String tag = tag(origin.get(), today, document.get(), request, recipient);
            cache.put(origin.get().revision(), tag, content);
            describe(origin.get(), recipient);
            recipient.answer(tag, content);
        }
    }

    /** The document of a request, if its answer is valid until the catalogue changes. */
    private static Optional<PreparedDocument> cacheable(Request request, Optional<PreparedDocument> document) {
        return document.filter(prepared -> prepared.isCacheable(request));
    }

    /** The current revision; empty as well when the request requires a later one, which the operation may find. */
    private Optional<Origin> present(Request request) {
        return current.read().filter(now -> now.number() >= request.atLeast()).map(Origin::of);
    }

    private String tag(
            Origin origin, LocalDate today, PreparedDocument document, Request request, Recipient recipient) {
        return EntityTag.of(version, origin, today, document, request, recipient.variant());
    }

    private static void describe(Origin origin, Recipient recipient) {
        recipient.setRevision(origin.revision(), origin.isFinal());
    }

    private boolean answerFromCache(Recipient recipient, Origin now, String tag) {
        if (recipient.holds(tag)) {
            describe(now, recipient);
            metrics.countUnchanged();
            recipient.answerUnchanged(tag);
            return true;
        }
        Optional<Content> content = cache.find(now.revision(), tag);
        metrics.count(content.isPresent());
        content.ifPresent(cached -> {
            describe(now, recipient);
            recipient.answer(tag, cached);
        });
        return content.isPresent();
    }
}
