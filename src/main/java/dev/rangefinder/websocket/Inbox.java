package dev.rangefinder.websocket;

import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.Utf8;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.nio.CharBuffer;
import java.util.Optional;

/** Assembles the frames of a client into messages of limited size: RFC 6455, section 5.4. */
final class Inbox {

    private final long limit;
    private Buffer parts = Buffer.buffer();

    Inbox(long limit) {
        this.limit = limit;
    }

    /**
     * Adds a frame.
     *
     * @return the message that it completes, if any
     * @throws ViolationException when the message is binary, too large or not UTF-8
     */
    Optional<CharBuffer> add(WebSocketFrame frame) {
        if (frame.type() == WebSocketFrameType.BINARY) {
            throw new ViolationException(CloseCode.UNSUPPORTED_DATA, "Messages must be text.");
        }
        if (frame.type() != WebSocketFrameType.TEXT && frame.type() != WebSocketFrameType.CONTINUATION) {
            return Optional.empty();
        }
        parts.appendBuffer(frame.binaryData());
        if (parts.length() > limit) {
            throw new ViolationException(CloseCode.MESSAGE_TOO_BIG, "A message may have at most " + limit + " bytes.");
        }
        return frame.isFinal() ? Optional.of(decode()) : Optional.empty();
    }

    private CharBuffer decode() {
        byte[] message = parts.getBytes();
        parts = Buffer.buffer();
        try {
            return Utf8.decode(message, "The message");
        } catch (InputException e) {
            throw new ViolationException(CloseCode.INVALID_TEXT, String.valueOf(e.getMessage()));
        }
    }
}
