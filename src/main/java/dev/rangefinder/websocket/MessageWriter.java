package dev.rangefinder.websocket;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.serving.Content;
import dev.rangefinder.serving.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the messages of the service: GraphQL over WebSocket Protocol, section "Message types". */
final class MessageWriter {

    static final String CONNECTION_ACK = "{\"type\":\"connection_ack\"}";

    /** What follows the payload of a result. */
    static final String TAIL = "}";

    /** Writes the value of the payload. */
    @FunctionalInterface
    private interface Payload {
        void write(JsonGenerator json) throws IOException;
    }

    private MessageWriter() {}

    /** The answer to a ping, with its payload. */
    static String pong(@Nullable CharBuffer payload) {
        return payload == null ? "{\"type\":\"pong\"}" : "{\"type\":\"pong\",\"payload\":" + payload + '}';
    }

    /** A ping with the newest revision of the catalogue. */
    static String ping(long revision) {
        return "{\"type\":\"ping\",\"payload\":{\"revision\":" + revision + "}}";
    }

    /** The messages that answer an operation: its result and its completion. */
    static List<OutgoingMessage> answer(String id, Content content) {
        return List.of(next(id, content), complete(id));
    }

    /** The message with a result of an operation. */
    static OutgoingMessage next(String id, Content content) {
        return new OutgoingMessage(head(id), content, TAIL);
    }

    /** What precedes the payload of a result of an operation. */
    static String head(String id) {
        String whole = message(id, "next", null);
        return whole.substring(0, whole.length() - TAIL.length()) + ",\"payload\":";
    }

    /** The message that completes an operation. */
    static OutgoingMessage complete(String id) {
        return OutgoingMessage.of(message(id, "complete", null));
    }

    /** The messages that reject an operation. */
    static List<OutgoingMessage> reject(String id, Answer rejection) {
        return List.of(OutgoingMessage.of(message(id, "error", rejection::writeErrors)));
    }

    private static String message(String id, String type, @Nullable Payload payload) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.writer(text)) {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("type", type);
            if (payload != null) {
                json.writeFieldName("payload");
                payload.write(json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but text in memory
        }
        return text.toString();
    }
}
