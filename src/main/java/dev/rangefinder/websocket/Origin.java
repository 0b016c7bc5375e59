package dev.rangefinder.websocket;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;

/**
 * Checks the origin of the page that opens a WebSocket: RFC 6455, section 10.2. Browsers let every page open WebSockets to
 * every service, and send cookies with the request, so that the service has to reject those of unknown pages.
 */
final class Origin {

    private static final String SCHEME_END = "://";

    private Origin() {}

    /** Whether the page is from this service or a configured origin, or the client sends no origin. */
    static boolean isAllowed(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaderNames.ORIGIN);
        return origin == null
                || isSameOrigin(origin, request)
                // Configured origins have been allowed already, as for every request.
                || request.response().headers().contains(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    /** The scheme is not compared, because TLS may end at a proxy. */
    private static boolean isSameOrigin(String origin, HttpServerRequest request) {
        int end = origin.indexOf(SCHEME_END);
        return end > 0
                && request.authority() != null
                && origin.substring(end + SCHEME_END.length())
                        .equalsIgnoreCase(request.authority().toString());
    }
}
