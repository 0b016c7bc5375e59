package dev.rangefinder.websocket;

import io.netty.channel.ChannelConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Sends messages as fast as the client takes them. As long as it has not taken what there is, nothing more is read from it,
 * so that a client can ask for no more than it takes. Messages travel in small frames (RFC 6455, section 5.4), between
 * which there is room for pings.
 */
final class Outbox {

    /** Characters of one frame. */
    private static final int PART = 16 * 1024;

    private static final Runnable NOTHING = () -> {};

    /** A frame, and what happens when it is handed to the network. */
    private record Part(WebSocketFrame frame, Runnable whenSent) {}

    private final ServerWebSocket webSocket;
    private final ChannelConfig reading;
    private final Deque<Part> parts = new ArrayDeque<>();

    Outbox(ServerWebSocket webSocket, ChannelConfig reading) {
        this.webSocket = webSocket;
        this.reading = reading;
    }

    /** Sends a message. */
    void send(String message) {
        send(List.of(message), NOTHING);
    }

    /** Sends messages, and says when the last one is handed to the network. */
    void send(List<String> messages, Runnable whenSent) {
        messages.forEach(this::add);
        parts.add(new Part(parts.removeLast().frame, whenSent));
        flush();
    }

    private void add(String message) {
        int end;
        for (int start = 0; start < message.length(); start = end) {
            end = endOfPart(message, start);
            String text = message.substring(start, end);
            parts.add(new Part(frame(text, start == 0, end == message.length()), NOTHING));
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

    /** Sends what the network takes now, and reads on if that is all. */
    void flush() {
        while (!parts.isEmpty() && !webSocket.writeQueueFull()) {
            Part part = parts.remove();
            webSocket.writeFrame(part.frame);
            part.whenSent.run();
        }
        if (!webSocket.isClosed()) {
            reading.setAutoRead(parts.isEmpty() && !webSocket.writeQueueFull());
        }
    }

    /** Forgets what has not been sent, and reads on: what comes next ends the connection. */
    void close() {
        parts.clear();
        reading.setAutoRead(true);
    }
}
