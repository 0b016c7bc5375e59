package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.error.InputException;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Outcome;
import dev.rangefinder.serving.AnswerEncoder;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.Recipient;
import dev.rangefinder.serving.ResponseVariant;
import dev.rangefinder.subscription.SubscribedOperation;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** One request over HTTP and its response. */
final class Exchange implements Recipient {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final ResponseWriter writer;
    private final Exchanges exchanges;
    private final Preconditions preconditions;
    private final Observation observation;
    private final Cancellation cancellation = new Cancellation();
    private ResponseVariant variant = ResponseVariant.DEFAULT;

    Exchange(HttpServerRequest request, Exchanges exchanges) {
        this.request = request;
        this.response = request.response();
        this.exchanges = exchanges;
        this.preconditions = Preconditions.of(request.headers());
        this.observation = exchanges.observe(request);
        this.writer = new ResponseWriter(request, Vertx.currentContext(), exchanges.config, observation.requestId());
        response.closeHandler(closed -> cancellation.cancel());
    }

    /** Negotiates the variant of the answer, or throws an {@link InputException} when the client accepts none. */
    void negotiate() {
        variant = ResponseVariant.of(request);
    }

    HttpServerRequest request() {
        return request;
    }

    /** Whether the client has disconnected, so that nobody waits for an answer. */
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
    public ResponseVariant variant() {
        return variant;
    }

    @Override
    public void setRevision(Revision revision, boolean isFinal) {
        writer.setFinal(isFinal);
        response.putHeader(RevisionHeaders.REVISION, Long.toString(revision.number()));
    }

    @Override
    public boolean isConditional() {
        return preconditions.isConditional();
    }

    /** Applies to POST as well, because a query changes nothing, however it is sent. */
    @Override
    public boolean holds(String tag) {
        return preconditions.holds(tag);
    }

    /** Responds with an error. */
    void fail(Exception failure) {
        reject(exchanges.errors.reject(failure));
    }

    void answerOptions() {
        end(Outcome.OK);
        writer.sendOptions();
    }

    @Override
    public void subscribe(Request operation, Answer answer) {
        Object client = request.connection();
        writer.subscribe(
                SubscribedOperation.of(operation, answer, observation.requestId(), client), exchanges.subscriptions);
        end(Outcome.OK);
    }

    @Override
    public void reject(Answer rejection) {
        answer(rejection, AnswerEncoder.encode(rejection));
    }

    @Override
    public void answer(Answer answer, Content content) {
        if (answer.isExecuted() && !preconditions.allowUntagged()) {
            content.release();
            fail(Preconditions.failure());
        } else if (end(answer.outcome())) {
            writer.send(answer, content, variant);
        } else {
            content.release();
        }
    }

    @Override
    public void answer(String tag, Content content) {
        if (!preconditions.allow(tag) || preconditions.isUnchanged(tag)) {
            content.release();
            answerUnchanged(tag);
        } else if (end(Outcome.OK)) {
            writer.send(tag, content, variant);
        } else {
            content.release();
        }
    }

    @Override
    public void answerUnchanged(String tag) {
        if (!preconditions.allow(tag)) {
            fail(Preconditions.failure());
        } else if (end(Outcome.OK)) {
            writer.sendUnchanged(tag);
        }
    }

    /** Records the outcome of the request, and returns whether its client still waits for the answer. */
    private boolean end(Outcome outcome) {
        boolean abandoned = isAbandoned();
        observation.end(abandoned ? Outcome.ABANDONED : outcome);
        return !abandoned;
    }
}
