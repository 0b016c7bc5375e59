package dev.rangefinder.serving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.NumberLimit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON. Input is parsed strictly, within limits that make untrusted input safe. */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(Integer.MAX_VALUE) // checked by NumberLimit
                    .maxNameLength(1_000)
                    .build())
            .build();

    /** Reads a value from a parser. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the value that starts at the current token. */
        T read(JsonParser parser) throws IOException;
    }

    private Json() {}

    /**
     * Reads a text that must be exactly one JSON value.
     *
     * @param what the part of the request, for the message to the client
     * @throws InputException when the text is malformed
     */
    public static <T> T read(CharBuffer text, String what, Reader<T> reader) {
        try (JsonParser parser =
                FACTORY.createParser(text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            parser.nextToken();
            T value = reader.read(parser);
            if (parser.nextToken() != null) {
                throw malformed(what, parser.currentTokenLocation(), null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(what, e.getLocation(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputException malformed(String what, @Nullable JsonLocation location, @Nullable Exception cause) {
        String place = location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new InputException(
                ErrorCode.MALFORMED_JSON, what + " is not JSON that this service accepts" + place + '.', cause);
    }

    /** The value at the current token. Numbers with a fraction stay exact. */
    static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> Utf8.checked(parser.getText());
            case VALUE_NUMBER_INT -> checkedNumber(parser).getNumberValue();
            case VALUE_NUMBER_FLOAT -> checkedNumber(parser).getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static JsonParser checkedNumber(JsonParser parser) throws IOException {
        if (NumberLimit.isExceeded(parser.getText())) {
            JsonLocation start = parser.currentTokenLocation();
            throw new InputException(
                    ErrorCode.NUMBER_TOO_LARGE,
                    "The number at " + parser.getParsingContext().pathAsPointer() + ", line " + start.getLineNr()
                            + ", column " + start.getColumnNr() + ", " + NumberLimit.EXCEEDED);
        }
        return parser;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = Utf8.checked(parser.currentName());
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    /** A generator of text. */
    public static JsonGenerator writer(Writer text) throws IOException {
        return FACTORY.createGenerator(text);
    }

    /** A generator of UTF-8. */
    static JsonGenerator writer(OutputStream bytes) throws IOException {
        return FACTORY.createGenerator(bytes);
    }
}
