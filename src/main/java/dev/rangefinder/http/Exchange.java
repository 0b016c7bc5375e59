package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.graphql.InputException;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Observations;
import dev.rangefinder.observation.Outcome;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;

/** One request and its one response. */
final class Exchange {

    private static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized("traceparent");

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Reply reply;
    private final ErrorHandler errors;
    private final IfNoneMatch known;
    private final Observation observation;
    private final Cancellation cancellation = new Cancellation();
    private Variant variant = Variant.DEFAULT;

    Exchange(HttpServerRequest request, HttpConfig config, ErrorHandler errors, Observations observations) {
        this.request = request;
        this.response = request.response();
        this.errors = errors;
        this.known = IfNoneMatch.of(request.headers().getAll(HttpHeaderNames.IF_NONE_MATCH));
        this.observation =
                observations.begin(RequestId.of(request.getHeader(RequestId.HEADER)), request.getHeader(TRACE_PARENT));
        this.reply = new Reply(request, config, observation.requestId());
        response.closeHandler(closed -> cancellation.cancel());
    }

    /**
     * Settles the form of the answer.
     *
     * @throws InputException when the client accepts none
     */
    void negotiate() {
        variant = Variant.of(request.headers());
    }

    /** Whether the client has hung up, so that nobody waits for an answer. */
    boolean isAbandoned() {
        return response.closed();
    }

    /** What is seen of it from outside. */
    Observation observation() {
        return observation;
    }

    /** Ends the operation when the client hangs up. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** The media type of the answer. */
    MediaType accepted() {
        return variant.mediaType();
    }

    /**
     * The revision that the answer must not be older than, by the head of the request.
     *
     * @throws InputException when what it says is no revision
     */
    long atLeast() {
        return RevisionHeaders.atLeast(request.headers());
    }

    /** Has the answer say which revision it was read from. */
    void tell(Revision revision) {
        response.putHeader(RevisionHeaders.REVISION, Long.toString(revision.number()));
    }

    /** How the bytes of the answer are coded, when it may be kept. */
    Coding coding() {
        return variant.coding();
    }

    /** Whether the client has an answer already, and asks for another only if that has changed. */
    boolean isConditional() {
        return !known.header().isEmpty();
    }

    /**
     * Whether the client has the answer with a tag, so that there is no need to find it. That counts for POST as well, because
     * a query changes nothing, however it is sent.
     */
    boolean isKnown(String tag) {
        return known.names(tag);
    }

    /** Answers that the request failed. */
    void fail(Exception failure) {
        answer(errors.refuse(failure));
    }

    /** Answers the request. Called once, on any thread. */
    void answer(Answer answer) {
        Buffer body;
        try {
            body = AnswerEncoder.encode(answer);
        } catch (IOException | RuntimeException e) {
            fail(e);
            return;
        }
        observation.ended(isAbandoned() ? Outcome.ABANDONED : answer.outcome());
        if (!isAbandoned()) {
            reply.send(answer, body, accepted());
        }
    }

    /** Answers with a body that holds as long as its tag. */
    void answer(String tag, Buffer body) {
        if (known.isAny() || isKnown(tag)) {
            answerUnchanged(tag);
            return;
        }
        endWell();
        if (!isAbandoned()) {
            reply.send(tag, body, variant);
        }
    }

    /** Answers that what the client has is what it would get. */
    void answerUnchanged(String tag) {
        endWell();
        if (!isAbandoned()) {
            reply.sendUnchanged(tag);
        }
    }

    private void endWell() {
        observation.ended(isAbandoned() ? Outcome.ABANDONED : Outcome.OK);
    }
}
