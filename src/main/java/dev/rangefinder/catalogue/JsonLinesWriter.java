package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;

/** Writes JSON Lines: each line has the form of a whole file, with one record in its list. */
final class JsonLinesWriter implements RecordWriter {

    private final JsonFactory json = new JsonFactory();
    private final JsonGenerator lines;

    JsonLinesWriter(OutputStream target) throws IOException {
        this.lines = json.createGenerator(target).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        lines.setRootValueSeparator(null);
    }

    @Override
    public void write(String list, String record) throws IOException {
        lines.writeStartObject();
        lines.writeArrayFieldStart(list);
        try (JsonParser parser = json.createParser(record)) {
            parser.nextToken();
            lines.copyCurrentStructure(parser);
        }
        lines.writeEndArray();
        lines.writeEndObject();
        lines.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        lines.flush();
    }
}
