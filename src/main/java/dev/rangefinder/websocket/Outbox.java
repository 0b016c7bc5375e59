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
 * Sends messages as fast as the client reads them. While messages are queued, nothing is read from the client, so that it
 * cannot request more than it reads. Messages are sent in small frames (RFC 6455, section 5.4), so that pings fit between them.
 */
final class Outbox {

    /** Characters of one frame. */
    private static final int FRAME_SIZE = 16 * 1024;

    private static final Runnable NOTHING = () -> {};

    /**
     * A frame, created when it is sent.
     *
     * @param ended the content that ends with this frame
     * @param whenSent called when the frame is passed to the network
     */
    private record QueuedFrame(
            Supplier<WebSocketFrame> frame, @Nullable Content ended, Runnable whenSent) {

        void release() {
            if (ended != null) {
                ended.release();
            }
        }
    }

    private final ServerWebSocket webSocket;
    private final ChannelConfig reading;
    private final Deque<QueuedFrame> queue = new ArrayDeque<>();

    Outbox(ServerWebSocket webSocket, ChannelConfig reading) {
        this.webSocket = webSocket;
        this.reading = reading;
    }

    /** Sends a message. */
    void send(String message) {
        send(List.of(OutgoingMessage.of(message)), NOTHING);
    }

    /** Sends messages, and runs a task when the last one is passed to the network. */
    void send(List<OutgoingMessage> messages, Runnable whenSent) {
        if (messages.isEmpty()) {
            whenSent.run();
            return;
        }
        messages.forEach(this::add);
        QueuedFrame last = queue.removeLast();
        queue.add(new QueuedFrame(last.frame, last.ended, whenSent));
        flush();
    }

    private void add(OutgoingMessage message) {
        if (message.content() == null) {
            addText(message.head());
        } else if (message.content().length() <= FRAME_SIZE) {
            addText(message.head() + message.content().text() + message.tail());
            message.release();
        } else {
            addContent(message, message.content());
        }
    }

    private void addText(String message) {
        int end;
        for (int start = 0; start < message.length(); start = end) {
            end = endOfFrame(message, start);
            WebSocketFrame frame = frame(message.substring(start, end), start == 0, end == message.length());
            queue.add(new QueuedFrame(() -> frame, null, NOTHING));
        }
    }

    /** Does not split surrogate pairs. */
    private static int endOfFrame(String message, int start) {
        int end = Math.min(start + FRAME_SIZE, message.length());
        return end < message.length() && Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end;
    }

    private static WebSocketFrame frame(String text, boolean first, boolean last) {
        return first
                ? WebSocketFrame.textFrame(text, last)
                : WebSocketFrame.continuationFrame(Buffer.buffer(text), last);
    }

    /** A frame may end within a character, as long as the message does not. */
    private void addContent(OutgoingMessage message, Content content) {
        queue.add(new QueuedFrame(() -> frame(message.head(), true, false), null, NOTHING));
        for (int i = 0; i < content.chunks(); i++) {
            int index = i;
            Content ended = i == content.chunks() - 1 ? content : null;
            queue.add(new QueuedFrame(
                    () -> WebSocketFrame.continuationFrame(content.chunk(index), false), ended, NOTHING));
        }
        queue.add(new QueuedFrame(() -> frame(message.tail(), false, true), null, NOTHING));
    }

    /** Sends what the network accepts now, and resumes reading when nothing is left. */
    void flush() {
        while (!queue.isEmpty() && !webSocket.writeQueueFull()) {
            QueuedFrame next = queue.remove();
            webSocket.writeFrame(next.frame.get()).onComplete(sent -> next.release());
            next.whenSent.run();
        }
        if (!webSocket.isClosed()) {
            reading.setAutoRead(queue.isEmpty() && !webSocket.writeQueueFull());
        }
    }

    /** Whether everything has been passed to the network. */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Discards what has not been sent, and resumes reading, so that the end of the connection is noticed. */
    void close() {
        queue.forEach(QueuedFrame::release);
        queue.clear();
        reading.setAutoRead(true);
    }
}
