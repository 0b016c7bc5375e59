package dev.rangefinder.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rangefinder.serving.Content;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Small results of one operation that leave together, each in a frame of its own: RFC 6455, section 5.2. Vert.x would encode and write each
 * message by itself, which takes most of the time when thousands of clients get many events.
 */
final class MessageBlock {

    /** How many bytes are collected before they are sent. */
    private static final int LIMIT = 16 * 1024;

    /** The first byte of a frame that is a whole text. */
    private static final int WHOLE_TEXT = 0x81;

    /** The largest length that fits into the second byte of a frame. */
    private static final int MAX_SHORT_LENGTH = 125;

    /** Says that the length is in two further bytes. */
    private static final int LENGTH_FOLLOWS = 126;

    private static final byte[] TAIL = MessageWriter.TAIL.getBytes(UTF_8);

    private final byte[] head;
    private ByteBuf frames = Unpooled.EMPTY_BUFFER;

    /** An empty block for the results of the operation with an id. */
    MessageBlock(String id) {
        this.head = MessageWriter.head(id).getBytes(UTF_8);
    }

    /** Whether a result is so small that it can be in a block. */
    boolean accepts(Content content) {
        return head.length + content.length() + TAIL.length <= LIMIT;
    }

    /** Adds a result that it accepts, and releases it. */
    void add(Content content) {
        int length = head.length + Math.toIntExact(content.length()) + TAIL.length;
        if (isEmpty()) {
            frames = Unpooled.buffer(2 * length);
        }
        frames.writeByte(WHOLE_TEXT);
        if (length <= MAX_SHORT_LENGTH) {
            frames.writeByte(length);
        } else {
            frames.writeByte(LENGTH_FOLLOWS).writeShort(length);
        }
        frames.writeBytes(head);
        content.appendTo(frames);
        frames.writeBytes(TAIL);
        content.release();
    }

    boolean isEmpty() {
        return !frames.isReadable();
    }

    /** Whether what is collected should be sent before more is added. */
    boolean isFull() {
        return frames.readableBytes() >= LIMIT;
    }

    /** Removes and returns all frames. */
    ByteBuf take() {
        ByteBuf taken = frames;
        frames = Unpooled.EMPTY_BUFFER;
        return taken;
    }
}
