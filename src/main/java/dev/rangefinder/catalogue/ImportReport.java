package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes what an import found as JSON Lines, in the order of the input: each line has the number of a record, its mistakes, and the
 * record itself in its list, so that the line can be corrected and imported again.
 */
final class ImportReport {

    /** The rows of a result that are in memory at a time. */
    private static final int FETCH_SIZE = 100;

    private static final String MISTAKES = """
        select m.record, m.path, m.line, m.source,
            split_part(r.path, '[', 1) as list, r.line, case when m.place = 1 then r.source end
        from (select s.*, row_number() over (partition by record order by line, part) as place
              from staged s where shape in ('mistake', 'ignored')) m
        left join staged r on r.record = m.record and r.source is not null and r.shape not in ('mistake', 'ignored')
        order by m.record, m.place
        """;

    private final Connection connection;
    private final JsonFactory json = new JsonFactory();

    ImportReport(Connection connection) {
        this.connection = connection;
    }

    /** Writes a line for each record with mistakes. */
    void write(OutputStream target) throws SQLException {
        try (Statement statement = connection.createStatement();
                JsonGenerator lines = json.createGenerator(target).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            statement.setFetchSize(FETCH_SIZE);
            lines.setRootValueSeparator(null);
            write(statement.executeQuery(MISTAKES), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ResultSet row, JsonGenerator lines) throws SQLException, IOException {
        long open = -1;
        while (row.next()) {
            if (row.getLong(1) != open) {
                end(open, lines);
                open = row.getLong(1);
                begin(row, lines);
            }
            writeMistake(row, lines);
        }
        end(open, lines);
    }

    private static void begin(ResultSet row, JsonGenerator lines) throws SQLException, IOException {
        lines.writeStartObject();
        lines.writeNumberField("row", row.getLong(1));
        if (row.getString(7) != null) {
            lines.writeArrayFieldStart(row.getString(5));
            lines.writeRawValue(row.getString(7));
            lines.writeEndArray();
        }
        lines.writeArrayFieldStart("mistakes");
    }

    private static void writeMistake(ResultSet row, JsonGenerator lines) throws SQLException, IOException {
        Mistake mistake = StagedJson.mistake(row.getString(2), row.getInt(3), row.getString(4));
        lines.writeStartObject();
        lines.writeStringField("path", mistake.path());
        lines.writeNumberField("line", mistake.line());
        lines.writeStringField("code", mistake.code().name());
        lines.writeStringField("message", mistake.message());
        lines.writeEndObject();
    }

    private static void end(long open, JsonGenerator lines) throws IOException {
        if (open >= 0) {
            lines.writeEndArray();
            lines.writeEndObject();
            lines.writeRaw('\n');
        }
    }
}
