package dev.rangefinder.websocket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.Json;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the payload of {@code connection_init}. Browsers cannot set headers of a handshake, so it may contain one of them. */
final class ConnectionParameters {

    private static final String AUTHORIZATION = "authorization";

    private ConnectionParameters() {}

    /**
     * The values of the property {@code authorization}, in any case, like those of a header; empty when there is none.
     *
     * @throws ViolationException when the payload is malformed
     */
    static Optional<List<String>> authorization(@Nullable CharBuffer payload) {
        if (payload == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(payload, "The payload", ConnectionParameters::authorization))
                    .filter(values -> !values.isEmpty());
        } catch (InputException e) {
            throw new ViolationException(CloseCode.BAD_MESSAGE, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> authorization(JsonParser json) throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isAuthorization = json.currentName().equalsIgnoreCase(AUTHORIZATION);
            JsonToken value = json.nextToken();
            if (isAuthorization && value == JsonToken.VALUE_STRING) {
                values.add(json.getText());
            } else if (isAuthorization && value != JsonToken.VALUE_NULL) {
                throw new ViolationException(CloseCode.BAD_MESSAGE, "`authorization` must be a string.");
            }
            json.skipChildren();
        }
        return values;
    }
}
