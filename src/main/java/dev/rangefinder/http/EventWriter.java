package dev.rangefinder.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rangefinder.serving.Content;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes server-sent events: HTML, section 9.2.5. Small events are collected and written together, because a write costs more than a
 * copy. Nothing is written once the response has ended.
 */
final class EventWriter {

    private static final String END = "\n\n";
    private static final byte[] NEXT = "event: next\n".getBytes(UTF_8);
    private static final byte[] ID = "id: ".getBytes(UTF_8);
    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final String COMPLETE = "event: complete\ndata:" + END;

    /** How many bytes are collected. */
    private static final int LIMIT = 16 * 1024;

    private final HttpServerResponse response;
    private Buffer collected = Buffer.buffer();

    EventWriter(HttpServerResponse response) {
        this.response = response;
    }

    /**
     * Writes an answer with the next {@link #flush}, or at once, and releases it.
     *
     * @param cursor the id of the event; empty if it has none
     */
    void next(String cursor, Content content) {
        if (isOver()) {
            content.release();
            return;
        }
        collected.appendBytes(NEXT);
        if (!cursor.isEmpty()) {
            collected.appendBytes(ID).appendString(cursor).appendByte((byte) '\n');
        }
        collected.appendBytes(DATA);
        if (content.chunks() == 1) {
            collected.appendBuffer(content.chunk(0)).appendString(END);
            content.release();
        } else {
            flush();
            for (int i = 0; i < content.chunks(); i++) {
                response.write(content.chunk(i));
            }
            response.write(END).onComplete(sent -> content.release());
        }
        if (collected.length() >= LIMIT) {
            flush();
        }
    }

    /** Writes what is collected. */
    void flush() {
        if (collected.length() > 0 && !isOver()) {
            response.write(collected);
            collected = Buffer.buffer();
        }
    }

    /** Writes a comment. */
    void comment(String text) {
        flush();
        if (!isOver()) {
            response.write(':' + text + END);
        }
    }

    /** Writes that there are no more events, and ends the response. */
    void complete() {
        flush();
        if (!isOver()) {
            response.end(COMPLETE);
        }
    }

    /** Ends the response. Without an event that completes the subscription, the client knows that there are more. */
    void end() {
        flush();
        if (!isOver()) {
            response.end();
        }
    }

    /** Whether the response has ended. */
    boolean isOver() {
        return response.ended() || response.closed();
    }
}
