package dev.rangefinder.websocket;

import dev.rangefinder.serving.Content;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
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
     * Something to send.
     *
     * @param write passes it to the network
     * @param ended the content that ends with it
     * @param whenSent called when it is passed to the network
     */
    private record QueuedWrite(
            Supplier<Future<Void>> write, @Nullable Content ended, Runnable whenSent) {

        void release() {
            if (ended != null) {
                ended.release();
            }
        }
    }

    private final ServerWebSocket webSocket;
    private final ChannelHandlerContext connection;
    private final Deque<QueuedWrite> queue = new ArrayDeque<>();

    Outbox(ServerWebSocket webSocket, ChannelHandlerContext connection) {
        this.webSocket = webSocket;
        this.connection = connection;
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
        QueuedWrite last = queue.removeLast();
        queue.add(new QueuedWrite(last.write, last.ended, whenSent));
        flush();
    }

    /** Sends frames that are encoded already, and runs a task when they are passed to the network. */
    void send(ByteBuf frames, Runnable whenSent) {
        Supplier<Future<Void>> write = () -> {
            connection.writeAndFlush(frames, connection.voidPromise());
            return Future.succeededFuture();
        };
        queue.add(new QueuedWrite(write, null, whenSent));
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
            add(() -> frame, null);
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
        add(() -> frame(message.head(), true, false), null);
        for (int i = 0; i < content.chunks(); i++) {
            int index = i;
            add(() -> WebSocketFrame.continuationFrame(content.chunk(index), false), null);
        }
        add(() -> frame(message.tail(), false, true), content);
    }

    /** The frame is created when it is sent. */
    private void add(Supplier<WebSocketFrame> frame, @Nullable Content ended) {
        queue.add(new QueuedWrite(() -> webSocket.writeFrame(frame.get()), ended, NOTHING));
    }

    /** Sends what the network accepts now, and resumes reading when nothing is left. */
    void flush() {
        while (!queue.isEmpty() && !webSocket.writeQueueFull()) {
            QueuedWrite next = queue.remove();
            next.write.get().onComplete(sent -> next.release());
            next.whenSent.run();
        }
        if (!webSocket.isClosed()) {
            connection.channel().config().setAutoRead(queue.isEmpty() && !webSocket.writeQueueFull());
        }
    }

    /** Whether everything has been passed to the network. */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Discards what has not been sent, and resumes reading, so that the end of the connection is noticed. */
    void close() {
        queue.forEach(QueuedWrite::release);
        queue.clear();
        connection.channel().config().setAutoRead(true);
    }
}
