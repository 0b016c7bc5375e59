package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Writes YAML. Every text is in double quotes, so that {@code no}, {@code ~} and {@code 001} stay texts in any reader. A claim is
 * on one line, and so are the lists and objects that consist of values.
 */
final class YamlWriter implements RecordWriter {

    private static final ImplicitTuple IMPLICIT = new ImplicitTuple(true, true);
    private static final String CLAIMS = "claims";

    private final JsonFactory json = new JsonFactory();
    private final Writer text;
    private final Emitter yaml;
    private @Nullable String list;

    YamlWriter(OutputStream target) throws IOException {
        this.text = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        this.yaml = new Emitter(text, options());
        yaml.emit(new StreamStartEvent(null, null));
        yaml.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
        yaml.emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        return options;
    }

    @Override
    public void write(String key, String record) throws IOException {
        if (!key.equals(list)) {
            endList();
            list = key;
            scalar(key, ScalarStyle.PLAIN);
            yaml.emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
        }
        try (JsonParser parser = json.createParser(record)) {
            parser.nextToken();
            object(parser, FlowStyle.BLOCK);
        }
    }

    private void object(JsonParser parser, FlowStyle style) throws IOException {
        yaml.emit(new MappingStartEvent(null, null, true, null, null, style));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            scalar(key, ScalarStyle.PLAIN);
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                array(parser, key.equals(CLAIMS) ? FlowStyle.FLOW : FlowStyle.BLOCK);
            } else {
                value(parser, FlowStyle.FLOW);
            }
        }
        yaml.emit(new MappingEndEvent(null, null));
    }

    private void array(JsonParser parser, FlowStyle itemStyle) throws IOException {
        boolean hasRecords = parser.nextToken() == JsonToken.START_OBJECT;
        FlowStyle style = hasRecords ? FlowStyle.BLOCK : FlowStyle.FLOW;
        yaml.emit(new SequenceStartEvent(null, null, true, null, null, style));
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            value(parser, itemStyle);
            parser.nextToken();
        }
        yaml.emit(new SequenceEndEvent(null, null));
    }

    private void value(JsonParser parser, FlowStyle style) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, style);
            case VALUE_STRING -> scalar(parser.getText(), ScalarStyle.DOUBLE_QUOTED);
            default -> scalar(parser.getText(), ScalarStyle.PLAIN); // true and false
        }
    }

    private void scalar(String value, ScalarStyle style) throws IOException {
        yaml.emit(new ScalarEvent(null, null, IMPLICIT, value, null, null, style));
    }

    private void endList() throws IOException {
        if (list != null) {
            yaml.emit(new SequenceEndEvent(null, null));
        }
    }

    @Override
    public void close() throws IOException {
        endList();
        yaml.emit(new MappingEndEvent(null, null));
        yaml.emit(new DocumentEndEvent(null, null, false));
        yaml.emit(new StreamEndEvent(null, null));
        text.flush();
    }
}
