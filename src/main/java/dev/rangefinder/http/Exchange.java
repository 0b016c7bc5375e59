package dev.rangefinder.http;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.List;

/** One request and its one response: GraphQL over HTTP, section "Response". */
final class Exchange {

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence UNCACHED = HttpHeaders.createOptimized("private, no-store");

    private static final CharSequence VARIANTS =
            HttpHeaders.createOptimized("accept, accept-encoding, origin, catalogue-revision-at-least");

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpConfig config;
    private final ErrorHandler errors;
    private final Cancellation cancellation = new Cancellation();
    private final Coding coding;
    private MediaType accepted = MediaType.JSON;

    Exchange(HttpServerRequest request, HttpConfig config, ErrorHandler errors) {
        this.request = request;
        this.response = request.response();
        this.config = config;
        this.errors = errors;
        this.coding = Coding.accepted(request.getHeader(HttpHeaderNames.ACCEPT_ENCODING));
        response.closeHandler(closed -> cancellation.cancel());
    }

    /**
     * Settles the media type of the answer.
     *
     * @throws InputException when the client accepts none
     */
    void negotiate() {
        List<String> accept = request.headers().getAll(HttpHeaderNames.ACCEPT);
        accepted = Accept.preferred(String.join(",", accept)).orElseThrow(Exchange::notAcceptable);
    }

    private static InputException notAcceptable() {
        return new InputException(
                ErrorCode.NOT_ACCEPTABLE,
                "Answers are application/graphql-response+json or application/json, in utf-8.");
    }

    /** Whether the client has hung up, so that nobody waits for an answer. */
    boolean isAbandoned() {
        return response.closed();
    }

    /** Ends the operation when the client hangs up. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** The media type of the answer. */
    MediaType accepted() {
        return accepted;
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
        return coding;
    }

    /** Whether the client has an answer already, and asks for another only if that has changed. */
    boolean isConditional() {
        return request.headers().contains(HttpHeaderNames.IF_NONE_MATCH);
    }

    /**
     * Whether the client has the answer with a tag: RFC 9110, section 13.1.2. It counts for POST as well, because a query
     * changes nothing, however it is sent. A tag has its quotes, so that no other one in the list can contain it.
     */
    boolean isKnown(String tag) {
        String known = request.getHeader(HttpHeaderNames.IF_NONE_MATCH);
        return known != null && known.contains(tag);
    }

    /** Answers that the request failed. */
    void fail(Exception failure) {
        answer(Answer.refused(List.of(errors.toError(failure))));
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
        if (!isAbandoned()) {
            send(answer, body);
        }
    }

    /** Answers with a body that holds as long as its tag. */
    void answer(String tag, Buffer body) {
        if (isAbandoned()) {
            return;
        }
        if (isKnown(tag)) {
            answerUnchanged(tag);
            return;
        }
        begin(200, config.cacheControl())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, accepted.contentType())
                .putHeader(HttpHeaderNames.ETAG, tag);
        if (coding == Coding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        } else if (request.headers().contains(HttpHeaderNames.ACCEPT_ENCODING)) {
            // Otherwise the server would choose a coding that the tag does not stand for.
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY);
        }
        response.end(body);
    }

    /** Answers that what the client has is what it would get. */
    void answerUnchanged(String tag) {
        if (!isAbandoned()) {
            begin(304, config.cacheControl())
                    .putHeader(HttpHeaderNames.ETAG, tag)
                    .end();
        }
    }

    private HttpServerResponse begin(int status, CharSequence cacheControl) {
        response.setStatusCode(status)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, cacheControl)
                .putHeader(NO_SNIFFING, NOSNIFF)
                .putHeader(REQUEST_ID, RequestId.of(request.getHeader(REQUEST_ID)));
        response.headers().add(HttpHeaderNames.VARY, VARIANTS);
        return response;
    }

    private void send(Answer answer, Buffer body) {
        StatusCodes statusCodes = config.statusCodes();
        int status = statusCodes.of(answer, accepted);
        begin(status, UNCACHED)
                .putHeader(
                        HttpHeaderNames.CONTENT_TYPE,
                        statusCodes.mediaType(accepted, status).contentType());
        if (status == 405) {
            response.putHeader(HttpHeaderNames.ALLOW, request.method() == HttpMethod.GET ? "POST" : "GET, POST");
        } else if (status == 503) {
            response.putHeader(HttpHeaderNames.RETRY_AFTER, "1");
        }
        response.end(body);
    }
}
