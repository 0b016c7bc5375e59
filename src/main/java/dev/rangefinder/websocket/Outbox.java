package dev.rangefinder.websocket;

import dev.rangefinder.serving.Content;
import io.netty.channel.ChannelConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages as fast as the client takes them. As long as it has not taken what there is, nothing more is read from it,
 * so that a client can ask for no more than it takes. Messages travel in small frames (RFC 6455, section 5.4), between
 * which there is room for pings.
 */
final class Outbox {

    /** Characters of one frame. */
    private static final int PART = 16 * 1024;

    private static final Runnable NOTHING = () -> {};

    /**
     * A frame, made when it is its turn.
     *
     * @param last content whose last piece it has
     * @param whenSent what happens when it is handed to the network
     */
    private record Part(
            Supplier<WebSocketFrame> frame, @Nullable Content last, Runnable whenSent) {

        void release() {
            if (last != null) {
                last.release();
            }
        }
    }

    private final ServerWebSocket webSocket;
    private final ChannelConfig reading;
    private final Deque<Part> parts = new ArrayDeque<>();

    Outbox(ServerWebSocket webSocket, ChannelConfig reading) {
        this.webSocket = webSocket;
        this.reading = reading;
    }

    /** Sends a message. */
    void send(String message) {
        send(List.of(OutgoingMessage.of(message)), NOTHING);
    }

    /** Sends messages, and says when the last one is handed to the network. */
    void send(List<OutgoingMessage> messages, Runnable whenSent) {
        messages.forEach(this::add);
        Part last = parts.removeLast();
        parts.add(new Part(last.frame, last.last, whenSent));
        flush();
    }

    private void add(OutgoingMessage message) {
        if (message.content() == null) {
            addText(message.head());
        } else if (message.content().length() <= PART) {
            addText(message.head() + message.content().text() + message.tail());
            message.release();
        } else {
            addContent(message, message.content());
        }
    }

    private void addText(String message) {
        int end;
        for (int start = 0; start < message.length(); start = end) {
            end = endOfPart(message, start);
            WebSocketFrame frame = frame(message.substring(start, end), start == 0, end == message.length());
            parts.add(new Part(() -> frame, null, NOTHING));
        }
    }

    /** Half of a surrogate pair is no text. */
    private static int endOfPart(String message, int start) {
        int end = Math.min(start + PART, message.length());
        return end < message.length() && Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end;
    }

    private static WebSocketFrame frame(String text, boolean first, boolean last) {
        return first
                ? WebSocketFrame.textFrame(text, last)
                : WebSocketFrame.continuationFrame(Buffer.buffer(text), last);
    }

    /** A frame may end within a character, as long as the message does not. */
    private void addContent(OutgoingMessage message, Content content) {
        parts.add(new Part(() -> frame(message.head(), true, false), null, NOTHING));
        for (int i = 0; i < content.chunks(); i++) {
            int piece = i;
            Content ending = i == content.chunks() - 1 ? content : null;
            parts.add(new Part(() -> WebSocketFrame.continuationFrame(content.chunk(piece), false), ending, NOTHING));
        }
        parts.add(new Part(() -> frame(message.tail(), false, true), null, NOTHING));
    }

    /** Sends what the network takes now, and reads on if that is all. */
    void flush() {
        while (!parts.isEmpty() && !webSocket.writeQueueFull()) {
            Part part = parts.remove();
            webSocket.writeFrame(part.frame.get()).onComplete(sent -> part.release());
            part.whenSent.run();
        }
        if (!webSocket.isClosed()) {
            reading.setAutoRead(parts.isEmpty() && !webSocket.writeQueueFull());
        }
    }

    /** Forgets what has not been sent, and reads on: what comes next ends the connection. */
    void close() {
        parts.forEach(Part::release);
        parts.clear();
        reading.setAutoRead(true);
    }
}
