package dev.rangefinder.http;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.serving.MediaType;
import dev.rangefinder.serving.ResponseVariant;
import dev.rangefinder.subscription.SubscribedOperation;
import dev.rangefinder.subscription.Subscriptions;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes the response to a request: GraphQL over HTTP, section "Response". */
final class ResponseWriter {

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("private, no-store");
    private static final CharSequence VARY = Vary.by(
            HttpHeaderNames.ACCEPT,
            HttpHeaderNames.ACCEPT_ENCODING,
            HttpHeaderNames.AUTHORIZATION,
            HttpHeaderNames.ORIGIN,
            RevisionHeaders.AT_LEAST);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final HttpConfig config;
    private final String requestId;
    private boolean isFinal;

    ResponseWriter(HttpServerRequest request, Context context, HttpConfig config, String requestId) {
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.config = config;
        this.requestId = requestId;
    }

    /** Sends an answer that must not be cached. */
    void send(Answer answer, Content content, ResponseVariant variant) {
        if (variant.isOfEvents() && answer.isExecuted()) {
            sendEvent(content);
            return;
        }
        MediaType accepted = variant.mediaType().ofRejections();
        StatusCodes statusCodes = config.statusCodes();
        int status = statusCodes.of(answer, accepted);
        begin(status, NO_STORE)
                .putHeader(
                        HttpHeaderNames.CONTENT_TYPE,
                        statusCodes.mediaType(accepted, status).contentType());
        RejectionHeaders.put(request, status, answer);
        send(content, answer.isExecuted() ? variant.coding() : ContentCoding.IDENTITY);
    }

    /** Sends content; in response to HEAD, only the headers that GET would get. */
    private void send(Content content, ContentCoding coding) {
        if (coding == ContentCoding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Long.toString(content.length()))
                    .end()
                    .onComplete(sent -> content.release());
        } else {
            ContentTransfer.send(request, content, context, config.answerTimeout());
        }
    }

    /** Tells whether content that may be cached never changes. */
    void setFinal(boolean never) {
        isFinal = never;
    }

    private String cacheControl() {
        return isFinal ? config.cacheControlAsOf() : config.cacheControl();
    }

    /** Sends content that may be cached under a tag. */
    void send(String tag, Content content, ResponseVariant variant) {
        if (variant.isOfEvents()) {
            sendEvent(content);
            return;
        }
        begin(200, cacheControl())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, variant.mediaType().contentType())
                .putHeader(HttpHeaderNames.ETAG, tag);
        send(content, variant.coding());
    }

    private void sendEvent(Content content) {
        beginEvents();
        new EventResponse(request, context).answer(content);
    }

    /** Sends the events of a subscription, unless there are too many. */
    void subscribe(SubscribedOperation operation, Subscriptions subscriptions) {
        new EventResponse(request, context).follow(operation, subscriptions, this::beginEvents);
    }

    private void beginEvents() {
        begin(200, NO_STORE).putHeader(HttpHeaderNames.CONTENT_TYPE, MediaType.EVENT_STREAM.contentType());
    }

    /** Responds that the answer of the client is current. */
    void sendUnchanged(String tag) {
        begin(304, cacheControl()).putHeader(HttpHeaderNames.ETAG, tag).end();
    }

    /** Responds with the allowed methods. */
    void sendOptions() {
        begin(204, NO_STORE)
                .putHeader(HttpHeaderNames.ALLOW, RejectionHeaders.METHODS)
                .end();
    }

    private HttpServerResponse begin(int status, CharSequence cacheControl) {
        response.setStatusCode(status)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, cacheControl)
                .putHeader(CONTENT_TYPE_OPTIONS, NOSNIFF)
                .putHeader(RequestId.HEADER, requestId);
        response.headers().add(HttpHeaderNames.VARY, VARY);
        return response;
    }
}
