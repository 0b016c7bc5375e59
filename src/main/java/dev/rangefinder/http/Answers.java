package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Documents;
import dev.rangefinder.engine.Engine;
import dev.rangefinder.engine.PreparedDocument;
import dev.rangefinder.engine.Request;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Answers requests, with what is kept where that is exact. Every request learns the current revision of the catalogue
 * first, and an answer is kept under the revision that it was read from. Therefore no answer is older than a change that
 * was committed before its request came, whichever replica of the service made that change. Where replicas of the database
 * are read, that holds for changes up to the revision that the request asks for; each answer says which one it is from.
 */
@Singleton
final class Answers {

    private final Engine engine;
    private final CurrentRevision current;
    private final Documents documents;
    private final AnswerCache cache;
    private final Clock clock;
    private final String version;
    private final CacheMetrics metrics;

    Answers(
            Engine engine,
            CurrentRevision current,
            Documents documents,
            AnswerCache cache,
            Clock clock,
            HttpConfig config,
            CacheMetrics metrics) {
        this.engine = engine;
        this.current = current;
        this.documents = documents;
        this.cache = cache;
        this.clock = clock;
        this.version = config.version();
        this.metrics = metrics;
    }

    /** Answers a request. */
    void answer(Request request, Exchange exchange) throws IOException {
        LocalDate day = LocalDate.now(clock);
        Optional<PreparedDocument> known = isWorthLooking(exchange) ? lasting(request) : Optional.empty();
        Optional<Revision> now = known.flatMap(document -> revision(request));
        known.ifPresent(document -> exchange.observation().identify(document.operation(request.operationName())));
        if (now.isPresent() && isKept(exchange, now.get(), tag(now.get(), day, known.get(), request, exchange))) {
            return;
        }
        Answer answer = engine.answer(request, exchange.cancellation());
        Optional<PreparedDocument> document = answer.isLasting() ? known.or(() -> lasting(request)) : Optional.empty();
        Optional<Revision> revision =
                document.flatMap(valid -> answer.revision().or(() -> now).or(() -> revision(request)));
        // An operation that ran over midnight may have seen either day.
        if (revision.isEmpty() || !day.equals(LocalDate.now(clock))) {
            answer.revision().ifPresent(exchange::tell);
            exchange.answer(answer);
            return;
        }
        String tag = tag(revision.get(), day, document.get(), request, exchange);
        Buffer body = exchange.coding().encode(AnswerEncoder.encode(answer));
        cache.keep(revision.get(), tag, body);
        exchange.tell(revision.get());
        exchange.answer(tag, body);
    }

    /** Whether an answer may be there without being executed: here, or with the client. */
    private boolean isWorthLooking(Exchange exchange) {
        return cache.isOn() || exchange.isConditional();
    }

    /** The document of a request whose answer holds as long as the catalogue stays as it is. */
    private Optional<PreparedDocument> lasting(Request request) {
        return request.isPriced()
                ? Optional.empty()
                : documents.known(request.query()).filter(document -> document.isQuery(request.operationName()));
    }

    /** The current revision; empty as well when the request asks for a later one, which the operation may find. */
    private Optional<Revision> revision(Request request) {
        return current.read().filter(now -> now.number() >= request.atLeast());
    }

    private String tag(
            Revision revision, LocalDate day, PreparedDocument document, Request request, Exchange exchange) {
        return EntityTag.of(version, revision, day, document, request, exchange.accepted(), exchange.coding());
    }

    private boolean isKept(Exchange exchange, Revision now, String tag) {
        if (exchange.isKnown(tag)) {
            exchange.tell(now);
            metrics.countUnchanged();
            exchange.answerUnchanged(tag);
            return true;
        }
        Optional<Buffer> body = cache.find(now, tag);
        metrics.count(body.isPresent());
        body.ifPresent(kept -> {
            exchange.tell(now);
            exchange.answer(tag, kept);
        });
        return body.isPresent();
    }
}
