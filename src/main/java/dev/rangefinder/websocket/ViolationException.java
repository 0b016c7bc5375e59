package dev.rangefinder.websocket;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.nio.charset.StandardCharsets;

/** A client violated the protocol, so that its WebSocket is closed. The message is the reason in the close frame. */
final class ViolationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The maximum size of the reason in a close frame, in bytes: RFC 6455, section 5.5. */
    private static final int MAX_REASON_SIZE = 123;

    private final CloseCode code;

    /** A violation. Its reason is dropped if it does not fit into the close frame. */
    ViolationException(CloseCode code, String reason) {
        super(reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_SIZE ? "" : reason, null, false, false);
        this.code = code;
    }

    /** Closes the WebSocket of a client that was not accepted. */
    static ViolationException of(InputException rejection) {
        CloseCode code =
                rejection.code() == ErrorCode.UNAUTHENTICATED ? CloseCode.UNAUTHORIZED : CloseCode.TRY_AGAIN_LATER;
        return new ViolationException(code, String.valueOf(rejection.getMessage()));
    }

    CloseCode code() {
        return code;
    }
}
