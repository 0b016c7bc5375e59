package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Stream;

/** The protocols to which a client offers to upgrade its connection: RFC 9110, section 7.8. */
public final class ProtocolUpgrade {

    private ProtocolUpgrade() {}

    /** Whether a request offers to upgrade to a WebSocket, perhaps among other protocols. */
    public static boolean isToWebSocket(HttpServerRequest request) {
        return request.headers().contains(HttpHeaderNames.UPGRADE)
                && request.headers().getAll(HttpHeaderNames.UPGRADE).stream()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("websocket"));
    }
}
