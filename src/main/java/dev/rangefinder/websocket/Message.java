package dev.rangefinder.websocket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.Json;
import dev.rangefinder.serving.Utf8;
import java.io.IOException;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message from a client: GraphQL over WebSocket Protocol, section "Message types".
 *
 * @param id the operation that it is about; empty if there is none
 * @param payload a JSON object, as it was sent; null if there is none
 */
record Message(Type type, String id, @Nullable CharBuffer payload) {

    /** The types of the messages that clients send. */
    enum Type {
        CONNECTION_INIT,
        PING,
        PONG,
        SUBSCRIBE,
        COMPLETE;

        private static Type of(String name) {
            return switch (name) {
                case "connection_init" -> CONNECTION_INIT;
                case "ping" -> PING;
                case "pong" -> PONG;
                case "subscribe" -> SUBSCRIBE;
                case "complete" -> COMPLETE;
                default -> throw bad("The message is not of a type that clients send.");
            };
        }
    }

    /**
     * Parses a message.
     *
     * @throws ViolationException when the text is not a message
     */
    static Message read(CharBuffer text) {
        try {
            return Json.read(text, "The message", json -> read(json, text));
        } catch (InputException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static ViolationException bad(String reason) {
        return new ViolationException(CloseCode.BAD_MESSAGE, reason);
    }

    private static Message read(JsonParser json, CharBuffer text) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw bad("The message must be a JSON object.");
        }
        String type = "";
        String id = "";
        CharBuffer payload = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = text(json, "The type must be a string.");
                case "id" -> id = text(json, "The id must be a string.");
                case "payload" -> payload = object(json, text);
                default -> json.skipChildren();
            }
        }
        return checked(new Message(Type.of(type), id, payload));
    }

    private static String text(JsonParser json, String reason) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw bad(reason);
        }
        return Utf8.checked(json.getText());
    }

    /** The text of the object that starts at the current token. It is skipped here, and parsed where it is used. */
    private static @Nullable CharBuffer object(JsonParser json, CharBuffer text) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw bad("The payload must be a JSON object.");
        }
        int start = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        int end = (int) json.currentLocation().getCharOffset();
        return text.slice(start, end - start);
    }

    private static Message checked(Message message) {
        boolean isSubscribe = message.type == Type.SUBSCRIBE;
        if (message.id.isEmpty() && (isSubscribe || message.type == Type.COMPLETE)) {
            throw bad("The message has no id.");
        }
        if (message.payload == null && isSubscribe) {
            throw bad("The message has no payload.");
        }
        return message;
    }
}
