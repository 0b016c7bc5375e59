package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.ErrorHandler;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers requests, with what is kept where that is exact. Every request learns the current revision of the catalogue
 * first, and an answer is kept under the revision that it was read from. Therefore no answer is older than a change that
 * was committed before its request came, whichever replica of the service made that change. Where replicas of the database
 * are read, that holds for changes up to the revision that the request asks for, and for those that were there long ago;
 * each answer says which one it is from.
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
            @ConfigProperty(name = "rangefinder.http.version") String version,
            CacheMetrics metrics) {
        this.engine = engine;
        this.errors = errors;
        this.current = current;
        this.cache = cache;
        this.encoder = encoder;
        this.memory = memory;
        this.clock = clock;
        this.version = version;
        this.metrics = metrics;
    }

    /** Answers a request. Whatever goes wrong, when it is read as well, is an error in the answer. */
    public void answer(Supplier<Request> request, Recipient recipient) {
        try (OperationMemory rows = memory.open()) {
            answer(request.get(), recipient, rows);
        } catch (InputException | DatabaseException | MemoryShortageException refusal) {
            recipient.refuse(errors.refuse(refusal));
        } catch (RuntimeException | Error e) {
            // Nobody else would tell the client, which must not wait for an answer that never comes.
            recipient.refuse(errors.refuse(new IllegalStateException("The request was not answered", e)));
        }
    }

    private void answer(Request request, Recipient recipient, OperationMemory rows) {
        long start = System.nanoTime();
        LocalDate day = LocalDate.now(clock);
        Optional<PreparedDocument> known =
                isWorthLooking(recipient) ? lasting(request, found(request)) : Optional.empty();
        Optional<Revision> now = known.flatMap(document -> revision(request));
        known.ifPresent(document -> recipient.observation().identify(document.operation(request.operationName())));
        if (now.isPresent() && isKept(recipient, now.get(), tag(now.get(), day, known.get(), request, recipient))) {
            return;
        }
        Answer answer = engine.answer(request, recipient.cancellation(), rows);
        if (!answer.isExecuted()) {
            recipient.refuse(answer);
            return;
        }
        Optional<PreparedDocument> document =
                answer.isLasting() ? lasting(request, answer.document()) : Optional.empty();
        Optional<Revision> revision =
                document.flatMap(valid -> answer.revision().or(() -> now).or(() -> revision(request)));
        Content content = encoder.encode(answer, rows, recipient.variant().coding(), recipient.cancellation(), start);
        // An operation that ran over midnight may have seen either day.
        if (revision.isEmpty() || !day.equals(LocalDate.now(clock))) {
            answer.revision().ifPresent(recipient::tell);
            recipient.answer(answer, content);
            return;
        }
        String tag = tag(revision.get(), day, document.get(), request, recipient);
        cache.keep(revision.get(), tag, content);
        recipient.tell(revision.get());
        recipient.answer(tag, content);
    }

    /** Whether an answer may be there without being executed: here, or with the recipient. */
    private boolean isWorthLooking(Recipient recipient) {
        return cache.isOn() || recipient.isConditional();
    }

    private static Optional<PreparedDocument> found(Request request) {
        return Optional.ofNullable(request.document().prepared());
    }

    /** The document of a request, if its answer holds as long as the catalogue stays as it is. */
    private static Optional<PreparedDocument> lasting(Request request, Optional<PreparedDocument> document) {
        return request.requestsCost()
                ? Optional.empty()
                : document.filter(prepared -> prepared.isQuery(request.operationName()));
    }

    /** The current revision; empty as well when the request asks for a later one, which the operation may find. */
    private Optional<Revision> revision(Request request) {
        return current.read().filter(now -> now.number() >= request.atLeast());
    }

    private String tag(
            Revision revision, LocalDate day, PreparedDocument document, Request request, Recipient recipient) {
        return EntityTag.of(version, revision, day, document, request, recipient.variant());
    }

    private boolean isKept(Recipient recipient, Revision now, String tag) {
        if (recipient.isKnown(tag)) {
            recipient.tell(now);
            metrics.countUnchanged();
            recipient.answerUnchanged(tag);
            return true;
        }
        Optional<Content> content = cache.find(now, tag);
        metrics.count(content.isPresent());
        content.ifPresent(kept -> {
            recipient.tell(now);
            recipient.answer(tag, kept);
        });
        return content.isPresent();
    }
}
