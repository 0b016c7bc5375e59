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

    /** What a client is told when it may ask. */
    static final String CONNECTION_ACK = "{\"type\":\"connection_ack\"}";

    /** Writes the value of the payload. */
    @FunctionalInterface
    private interface Payload {
        void write(JsonGenerator json) throws IOException;
    }

    private MessageWriter() {}

    /** The answer to a ping, with what that carried. */
    static String pong(@Nullable CharBuffer payload) {
        return payload == null ? "{\"type\":\"pong\"}" : "{\"type\":\"pong\",\"payload\":" + payload + '}';
    }

    /** All that a client is told about an operation: its answer and its end. */
    static List<OutgoingMessage> answer(String id, Content content) {
        String whole = message(id, "next", null);
        String head = whole.substring(0, whole.length() - 1) + ",\"payload\":";
        return List.of(new OutgoingMessage(head, content, "}"), OutgoingMessage.of(message(id, "complete", null)));
    }

    /** Why an operation is not executed. */
    static List<OutgoingMessage> refuse(String id, Answer refusal) {
        return List.of(OutgoingMessage.of(message(id, "error", refusal::writeErrors)));
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
