package dev.rangefinder.http;

import dev.rangefinder.serving.Content;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Writes server-sent events: HTML, section 9.2.5. Nothing is written once the response has ended. */
final class EventWriter {

    private static final String END = "\n\n";
    private static final String COMPLETE = "event: complete\ndata:" + END;

    private final HttpServerResponse response;

    EventWriter(HttpServerResponse response) {
        this.response = response;
    }

    /**
     * Writes an answer, and releases it.
     *
     * @param cursor the id of the event; empty if it has none
     */
    void next(String cursor, Content content) {
        if (isOver()) {
            content.release();
            return;
        }
        Buffer head = Buffer.buffer("event: next\n" + (cursor.isEmpty() ? "" : "id: " + cursor + '\n') + "data: ");
        if (content.chunks() == 1) {
            response.write(head.appendBuffer(content.chunk(0)).appendString(END)); // a write costs more than the copy
            content.release();
            return;
        }
        response.write(head);
        for (int i = 0; i < content.chunks(); i++) {
            response.write(content.chunk(i));
        }
        response.write(END).onComplete(sent -> content.release());
    }

    /** Writes a comment. */
    void comment(String text) {
        if (!isOver()) {
            response.write(':' + text + END);
        }
    }

    /** Writes that there are no more events, and ends the response. */
    void complete() {
        if (!isOver()) {
            response.end(COMPLETE);
        }
    }

    /** Ends the response. Without an event that completes the subscription, the client knows that there are more. */
    void end() {
        if (!isOver()) {
            response.end();
        }
    }

    /** Whether the response has ended. */
    boolean isOver() {
        return response.ended() || response.closed();
    }
}
