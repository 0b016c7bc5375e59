package dev.rangefinder.websocket;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;

/**
 * Where the page comes from that asks for a WebSocket: RFC 6455, section 10.2. Browsers let every page open WebSockets to
 * every service, and send cookies with it, so that it is for the service to refuse.
 */
final class Origin {

    private static final String SCHEME_END = "://";

    private Origin() {}

    /** Whether the page is of this service or of an origin that is configured, or there is no page. */
    static boolean isAllowed(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaderNames.ORIGIN);
        return origin == null
                || isHere(origin, request)
                // That of a configured origin has been allowed already, as for every request.
                || request.response().headers().contains(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    /** The scheme is not compared, because TLS may end at a proxy. */
    private static boolean isHere(String origin, HttpServerRequest request) {
        int end = origin.indexOf(SCHEME_END);
        return end > 0
                && request.authority() != null
                && origin.substring(end + SCHEME_END.length())
                        .equalsIgnoreCase(request.authority().toString());
    }
}
