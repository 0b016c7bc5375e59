package dev.rangefinder.http;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.serving.MediaType;
import dev.rangefinder.serving.Variant;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes the one response to a request: GraphQL over HTTP, section "Response". */
final class ResponseWriter {

    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence UNCACHED = HttpHeaders.createOptimized("private, no-store");
    private static final CharSequence VARIANTS = Vary.by(
            HttpHeaderNames.ACCEPT, HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderNames.ORIGIN, RevisionHeaders.AT_LEAST);

    private static final CharSequence METHODS = HttpHeaders.createOptimized("GET, HEAD, POST, OPTIONS");

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context context;
    private final HttpConfig config;
    private final String requestId;

    /** The response to a request on an event loop. */
    ResponseWriter(HttpServerRequest request, Context context, HttpConfig config, String requestId) {
        this.request = request;
        this.response = request.response();
        this.context = context;
        this.config = config;
        this.requestId = requestId;
    }

    /** Sends an answer that nobody may keep. */
    void send(Answer answer, Content content, Variant variant) {
        MediaType accepted = variant.mediaType();
        StatusCodes statusCodes = config.statusCodes();
        int status = statusCodes.of(answer, accepted);
        begin(status, UNCACHED)
                .putHeader(
                        HttpHeaderNames.CONTENT_TYPE,
                        statusCodes.mediaType(accepted, status).contentType());
        if (status == 405) {
            response.putHeader(HttpHeaderNames.ALLOW, isSafe() ? "POST" : METHODS);
        } else if (status == 503) {
            response.putHeader(HttpHeaderNames.RETRY_AFTER, "1");
        } else if (status == 426) {
            response.putHeader(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                    .putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                    .putHeader(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
        } else if (status == 415 && isAboutCoding(answer)) {
            response.putHeader(HttpHeaderNames.ACCEPT_ENCODING, ContentCoding.SUPPORTED);
        }
        if (answer.isExecuted() && variant.coding() == ContentCoding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        send(content);
    }

    /** Sends content; to HEAD the headers of what GET would get. */
    private void send(Content content) {
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Long.toString(content.length()))
                    .end()
                    .onComplete(sent -> content.release());
        } else {
            ContentTransfer.send(request, content, context, config.answerTimeout());
        }
    }

    /** Only then may the response name codings: RFC 9110, section 12.5.3. */
    private static boolean isAboutCoding(Answer answer) {
        return ClientError.codeOf(answer.errors().get(0)) == ErrorCode.UNSUPPORTED_CODING;
    }

    /** Sends a body that holds as long as its tag. */
    void send(String tag, Content content, Variant variant) {
        begin(200, config.cacheControl())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, variant.mediaType().contentType())
                .putHeader(HttpHeaderNames.ETAG, tag);
        if (variant.coding() == ContentCoding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        send(content);
    }

    private boolean isSafe() {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Sends word that what the client has is what it would get. */
    void sendUnchanged(String tag) {
        begin(304, config.cacheControl()).putHeader(HttpHeaderNames.ETAG, tag).end();
    }

    /** Sends what can be asked here. */
    void sendOptions() {
        begin(204, UNCACHED).putHeader(HttpHeaderNames.ALLOW, METHODS).end();
    }

    private HttpServerResponse begin(int status, CharSequence cacheControl) {
        response.setStatusCode(status)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, cacheControl)
                .putHeader(NO_SNIFFING, NOSNIFF)
                .putHeader(RequestId.HEADER, requestId);
        response.headers().add(HttpHeaderNames.VARY, VARIANTS);
        return response;
    }
}
