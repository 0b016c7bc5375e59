package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Observations;
import dev.rangefinder.observation.Outcome;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** One request and its one response. */
final class Exchange implements Recipient {

    private static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized("traceparent");

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Reply reply;
    private final ErrorHandler errors;
    private final EntityTags known;
    private final EntityTags required;
    private final Observation observation;
    private final Cancellation cancellation = new Cancellation();
    private Variant variant = Variant.DEFAULT;

    Exchange(HttpServerRequest request, HttpConfig config, ErrorHandler errors, Observations observations) {
        this.request = request;
        this.response = request.response();
        this.errors = errors;
        this.known = EntityTags.of(request.headers().getAll(HttpHeaderNames.IF_NONE_MATCH));
        this.required = EntityTags.of(request.headers().getAll(HttpHeaderNames.IF_MATCH));
        this.observation =
                observations.begin(RequestId.of(request.getHeader(RequestId.HEADER)), request.getHeader(TRACE_PARENT));
        this.reply = new Reply(request, Vertx.currentContext(), config, observation.requestId());
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

    /** The connection that the request came on. */
    HttpConnection connection() {
        return request.connection();
    }

    /** Whether the client has hung up, so that nobody waits for an answer. */
    boolean isAbandoned() {
        return response.closed();
    }

    @Override
    public Observation observation() {
        return observation;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public Variant variant() {
        return variant;
    }

    /**
     * The revision that the answer must not be older than, by the head of the request.
     *
     * @throws InputException when what it says is no revision
     */
    long atLeast() {
        return RevisionHeaders.atLeast(request.headers());
    }

    @Override
    public void tell(Revision revision) {
        response.putHeader(RevisionHeaders.REVISION, Long.toString(revision.number()));
    }

    @Override
    public boolean isConditional() {
        return !known.isEmpty();
    }

    /** That counts for POST as well, because a query changes nothing, however it is sent. */
    @Override
    public boolean isKnown(String tag) {
        return known.containsWeakly(tag);
    }

    /** Answers that the request failed. */
    void fail(Exception failure) {
        refuse(errors.refuse(failure));
    }

    /** Answers what can be asked here. */
    void answerOptions() {
        endWell();
        reply.sendOptions();
    }

    @Override
    public void refuse(Answer refusal) {
        answer(refusal, AnswerEncoder.encode(refusal));
    }

    @Override
    public void answer(Answer answer, Content content) {
        if (answer.isExecuted() && !required.isEmpty() && !required.isAny()) {
            content.release();
            fail(preconditionFailed()); // it has no tag
            return;
        }
        observation.ended(isAbandoned() ? Outcome.ABANDONED : answer.outcome());
        if (isAbandoned()) {
            content.release();
        } else {
            reply.send(answer, content, variant);
        }
    }

    @Override
    public void answer(String tag, Content content) {
        if (!isRequired(tag)) {
            content.release();
            fail(preconditionFailed());
            return;
        }
        if (known.isAny() || isKnown(tag)) {
            content.release();
            answerUnchanged(tag);
            return;
        }
        endWell();
        if (isAbandoned()) {
            content.release();
        } else {
            reply.send(tag, content, variant);
        }
    }

    @Override
    public void answerUnchanged(String tag) {
        if (!isRequired(tag)) {
            fail(preconditionFailed());
            return;
        }
        endWell();
        if (!isAbandoned()) {
            reply.sendUnchanged(tag);
        }
    }

    private boolean isRequired(String tag) {
        return required.isEmpty() || required.isAny() || required.contains(tag);
    }

    private static InputException preconditionFailed() {
        return new InputException(ErrorCode.PRECONDITION_FAILED, "The answer has none of the tags in If-Match.");
    }

    private void endWell() {
        observation.ended(isAbandoned() ? Outcome.ABANDONED : Outcome.OK);
    }
}
