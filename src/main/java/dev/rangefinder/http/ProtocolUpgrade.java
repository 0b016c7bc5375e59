package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Stream;

/** The protocols to which a client offers to upgrade its connection: RFC 9110, section 7.8. */
public final class ProtocolUpgrade {

    private ProtocolUpgrade() {}

    /** Whether a request offers to upgrade to a WebSocket, perhaps among other protocols. */
    public static boolean isToWebSocket(HttpServerRequest request) {
        return contains(request.headers(), HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }

    /** Whether a list of tokens, in one header line or in several, contains a token, in upper or lower case. */
    public static boolean contains(MultiMap headers, CharSequence name, CharSequence token) {
        return headers.contains(name)
                && headers.getAll(name).stream()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .anyMatch(listed -> listed.strip().equalsIgnoreCase(token.toString()));
    }
}
