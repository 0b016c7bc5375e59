package dev.rangefinder.http;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.serving.ContentCoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The headers that the status of a rejection requires: RFC 9110, section 15. */
final class RejectionHeaders {

    /** The methods of the endpoint. */
    static final CharSequence METHODS = HttpHeaders.createOptimized("GET, HEAD, POST, OPTIONS");

    private RejectionHeaders() {}

    /** Adds the headers to the response to a request. */
    static void put(HttpServerRequest request, int status, Answer rejection) {
        HttpServerResponse response = request.response();
        if (status == 405) {
            response.putHeader(HttpHeaderNames.ALLOW, isSafe(request) ? "POST" : METHODS);
        } else if (status == 401) {
            response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, Challenge.unauthenticated(request));
        } else if (status == 403 && codeOf(rejection) == ErrorCode.FORBIDDEN) {
            response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, Challenge.forbidden());
        } else if (status == 503) {
            response.putHeader(HttpHeaderNames.RETRY_AFTER, "1");
        } else if (status == 426) {
            response.putHeader(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                    .putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                    .putHeader(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
        } else if (status == 415 && codeOf(rejection) == ErrorCode.UNSUPPORTED_CODING) {
            // The response may not list codings otherwise: RFC 9110, section 12.5.3
            response.putHeader(HttpHeaderNames.ACCEPT_ENCODING, ContentCoding.SUPPORTED);
        }
    }

    private static boolean isSafe(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    private static ErrorCode codeOf(Answer rejection) {
        return ClientError.codeOf(rejection.errors().get(0));
    }
}
