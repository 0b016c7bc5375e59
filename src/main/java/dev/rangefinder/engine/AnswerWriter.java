package dev.rangefinder.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the values of an answer as JSON, directly from its rows. */
final class AnswerWriter {

    private AnswerWriter() {}

    static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Row row) {
            writeRow(json, row);
        } else if (value instanceof Object[] items) {
            writeItems(json, items);
        } else if (value == null) {
            json.writeNull();
        } else {
            writeOther(json, value);
        }
    }

    private static void writeRow(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        SelectedField[] fields = row.selection.fields();
        for (int i = 0; i < fields.length; i++) {
            json.writeFieldName(fields[i].encodedKey());
            write(json, row.values[i]);
        }
        json.writeEndObject();
    }

    private static void writeItems(JsonGenerator json, Object[] items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }

    private static void writeOther(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Collection<?> items) {
            writeItems(json, items.toArray());
        } else {
            writeMap(json, (Map<?, ?>) value);
        }
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName((String) entry.getKey());
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }
}
