package dev.rangefinder.websocket;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.ProtocolUpgrade;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.MultiMap;
import java.util.Base64;
import java.util.List;

/** Checks the opening handshake of a WebSocket: RFC 6455, section 4.2.1. */
final class Handshake {

    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    /**
     * Checks the headers of a handshake, and joins those that may have several lines, of which Netty reads only the first.
     *
     * @throws InputException when a header is missing or malformed
     */
    static void check(MultiMap headers) {
        join(headers, HttpHeaderNames.CONNECTION);
        join(headers, HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET); // chosen from those that the client offers
        if (!ProtocolUpgrade.contains(headers, HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)) {
            throw new InputException(ErrorCode.BAD_REQUEST, "A request for a WebSocket needs `Connection: Upgrade`.");
        }
        if (!List.of(VERSION).equals(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            throw new InputException(
                    ErrorCode.WEBSOCKET_VERSION_NOT_SUPPORTED, "The only supported WebSocket version is 13.");
        }
        List<String> keys = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        if (keys.size() != 1 || !isKey(keys.get(0))) {
            throw new InputException(ErrorCode.BAD_REQUEST, "`Sec-WebSocket-Key` must be 16 bytes in Base64.");
        }
    }

    private static void join(MultiMap headers, CharSequence name) {
        List<String> lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, String.join(", ", lines));
        }
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
