package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes parts of records as JSON, as they are staged and reported. */
final class StagedJson {

    /** Unpaired surrogates would not survive UTF-8. */
    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonFactory stored = new JsonFactory();

    /** Writes one value. */
    @FunctionalInterface
    private interface Writer {
        void write(JsonGenerator target) throws IOException;
    }

    private static String text(JsonFactory factory, Writer writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator target = factory.createGenerator(text)) {
            writer.write(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A whole record as it was read. */
    String source(Part record) {
        return text(json, target -> write(target, record));
    }

    /** A mistake, without its location. */
    String mistake(Mistake mistake) {
        return text(json, target -> {
            target.writeStartObject();
            target.writeStringField("code", mistake.code().name());
            target.writeStringField("message", mistake.message());
            target.writeEndObject();
        });
    }

    /** The values of some keys. */
    String content(Map<String, Part> parts) {
        return text(stored, target -> write(target, new Fields("", 0, parts)));
    }

    /** The values that a new record has without their keys; null when there are none. */
    @Nullable String defaults(Shape shape, Fields fields) {
        Map<String, Part> defaults = new LinkedHashMap<>();
        shape.keys().stream()
                .filter(key -> !fields.has(key))
                .forEach(key -> shape.defaultOf(key, fields)
                        .ifPresent(value -> defaults.put(key, new Text("", fields.line(), value))));
        return defaults.isEmpty() ? null : content(defaults);
    }

    /** The lines of some values, where they differ from a line; null when none does. */
    @Nullable String lines(Map<String, Part> parts, int line) {
        if (parts.values().stream().allMatch(part -> isOn(part, line))) {
            return null;
        }
        return text(stored, target -> {
            target.writeStartObject();
            for (var part : parts.entrySet()) {
                target.writeFieldName(part.getKey());
                writeLines(target, part.getValue());
            }
            target.writeEndObject();
        });
    }

    private static boolean isOn(Part part, int line) {
        return part.line() == line
                && (!(part instanceof Listing list) || list.items().stream().allMatch(item -> item.line() == line));
    }

    private static void writeLines(JsonGenerator target, Part part) throws IOException {
        if (part instanceof Listing list) {
            target.writeStartArray();
            for (Part item : list.items()) {
                target.writeNumber(item.line());
            }
            target.writeEndArray();
        } else {
            target.writeNumber(part.line());
        }
    }

    /** Reads a mistake that was written. */
    static Mistake mistake(String path, int line, String json) {
        JsonObject mistake = new JsonObject(json);
        return new Mistake(path, line, MistakeCode.valueOf(mistake.getString("code")), mistake.getString("message"));
    }

    private static void write(JsonGenerator target, Part part) throws IOException {
        if (part instanceof Text text) {
            writeText(target, text.value());
        } else if (part instanceof Listing list) {
            target.writeStartArray();
            for (Part item : list.items()) {
                write(target, item);
            }
            target.writeEndArray();
        } else if (part instanceof Fields fields) {
            target.writeStartObject();
            for (var field : fields.parts().entrySet()) {
                target.writeFieldName(field.getKey());
                write(target, field.getValue());
            }
            target.writeEndObject();
        }
    }

    /** A key without a value is read as an empty text. */
    private static void writeText(JsonGenerator target, String value) throws IOException {
        if (value.isEmpty()) {
            target.writeNull();
        } else {
            target.writeString(value);
        }
    }
}
