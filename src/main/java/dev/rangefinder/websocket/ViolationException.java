package dev.rangefinder.websocket;

import java.nio.charset.StandardCharsets;

/** A client did what the protocol forbids, so that its WebSocket is closed. The message is the reason that it is told. */
final class ViolationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The bytes that a closing frame has for the reason: RFC 6455, section 5.5. */
    private static final int LONGEST = 123;

    private final CloseCode code;

    /** A violation, with a reason that is left out where it does not fit into the closing frame. */
    ViolationException(CloseCode code, String reason) {
        super(reason.getBytes(StandardCharsets.UTF_8).length > LONGEST ? "" : reason, null, false, false);
        this.code = code;
    }

    CloseCode code() {
        return code;
    }
}
