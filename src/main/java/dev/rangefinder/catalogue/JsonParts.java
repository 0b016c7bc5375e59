package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one line of JSON into parts. Every value stays text, as it is written. */
final class JsonParts {

    private final JsonParser json;
    private final int line;
    private final List<Mistake> mistakes = new ArrayList<>();

    JsonParts(JsonParser json, int line) {
        this.json = json;
        this.line = line;
    }

    /**
     * Limits what a line may contain. It is not static: a native executable would otherwise contain the random seed that makes
     * the hashes of its names unpredictable.
     */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxNumberLength(1_000)
                        .maxStringLength(BoundedText.MAX_RECORD)
                        .build())
                .build();
    }

    /** Reads a record that was written as JSON before. */
    static Part read(JsonFactory factory, String text, String path, int line) {
        try (JsonParser json = factory.createParser(text)) {
            json.nextToken();
            return new JsonParts(json, line).part(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mistakes that prevented parts from being read completely. */
    List<Mistake> takeMistakes() {
        List<Mistake> taken = List.copyOf(mistakes);
        mistakes.clear();
        return taken;
    }

    /** Moves to the value of the next key of the line, and returns the key; an empty text at the end. */
    String nextKey() throws IOException {
        if (json.nextToken() != JsonToken.FIELD_NAME) {
            return "";
        }
        String key = json.currentName();
        json.nextToken();
        return key;
    }

    /** Whether the line is an object. */
    boolean isObject() throws IOException {
        return json.nextToken() == JsonToken.START_OBJECT;
    }

    /** Whether the current value is a list. */
    boolean isList() {
        return json.currentToken() == JsonToken.START_ARRAY;
    }

    /** Moves to the next item of a list; false at its end. */
    boolean nextItem() throws IOException {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Whether nothing follows. */
    boolean isAtEnd() throws IOException {
        return json.nextToken() == null;
    }

    void skip() throws IOException {
        json.skipChildren();
    }

    /** Reads the current value. */
    Part part(String path) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return new Fields(path, line, fields(path));
        }
        if (isList()) {
            return new Listing(path, line, items(path));
        }
        return new Text(path, line, json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText());
    }

    private Map<String, Part> fields(String path) throws IOException {
        Map<String, Part> fields = new LinkedHashMap<>();
        for (String key = nextKey(); json.currentToken() != JsonToken.END_OBJECT; key = nextKey()) {
            String keyPath = path.isEmpty() ? key : path + '.' + key;
            if (fields.putIfAbsent(key, part(keyPath)) != null) {
                mistakes.add(Mistake.ofRepeatedKey(keyPath, line, line));
            }
        }
        return fields;
    }

    private List<Part> items(String path) throws IOException {
        List<Part> items = new ArrayList<>();
        while (nextItem()) {
            items.add(part(path + '[' + items.size() + ']'));
        }
        return items;
    }
}
