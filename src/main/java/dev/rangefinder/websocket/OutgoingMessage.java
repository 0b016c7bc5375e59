package dev.rangefinder.websocket;

import dev.rangefinder.serving.Content;
import org.jspecify.annotations.Nullable;

/**
 * A message to a client: a text, or the content of an answer between two texts.
 *
 * @param head the text before the content, or all of the message
 * @param content released when it has been sent, or will not be sent
 * @param tail the text after the content
 */
record OutgoingMessage(String head, @Nullable Content content, String tail) {

    /** A message without content. */
    static OutgoingMessage of(String text) {
        return new OutgoingMessage(text, null, "");
    }

    /** Releases the content when the message will not be sent. */
    void release() {
        if (content != null) {
            content.release();
        }
    }
}
