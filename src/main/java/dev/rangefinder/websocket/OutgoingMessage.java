package dev.rangefinder.websocket;

import dev.rangefinder.serving.Content;
import org.jspecify.annotations.Nullable;

/**
 * A message for a client: a text, or one around the content of an answer.
 *
 * @param head the text, up to the content where there is some
 * @param content what goes between head and tail, and is released when it is sent or will not be sent
 * @param tail the text behind the content
 */
record OutgoingMessage(String head, @Nullable Content content, String tail) {

    /** A message that is nothing but text. */
    static OutgoingMessage of(String text) {
        return new OutgoingMessage(text, null, "");
    }

    /** Says that it will not be sent. */
    void release() {
        if (content != null) {
            content.release();
        }
    }
}
