package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stages records again without their values and parts in which mistakes were found after they had been staged. */
final class Corrections {

    /** Their records are in memory together. */
    private static final int BATCH = 100;

    private static final String MISTAKEN = """
        select r.record, r.path, r.line, r.source,
            (select array_agg(m.path) from staged m where m.record = r.record and m.shape in ('mistake', 'ignored'))
        from staged r
        where r.parent = 0 and r.shape not in ('mistake', 'ignored', 'rejected')
            and exists (select from staged m where m.record = r.record and m.shape = 'mistake')
        order by r.record limit\s""" + BATCH;

    private final Connection connection;
    private final StagedRecords staged;
    private final StagedMistakes mistakes;
    private final JsonFactory json = JsonParts.factory();

    /** A record with mistakes. */
    private record Mistaken(long record, String path, int line, String source, Set<String> mistakes) {}

    Corrections(Connection connection, StagedRecords staged) {
        this.connection = connection;
        this.staged = staged;
        this.mistakes = new StagedMistakes(connection);
    }

    /** Corrects all records that can be, leaves out the others, and returns the number of both. */
    long run() throws SQLException {
        long records = 0;
        for (List<Mistaken> batch = read(); !batch.isEmpty(); batch = read()) {
            for (Mistaken record : batch) {
                correct(record);
            }
            records += batch.size();
        }
        return records;
    }

    private List<Mistaken> read() throws SQLException {
        List<Mistaken> records = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(MISTAKEN);
            while (row.next()) {
                records.add(new Mistaken(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        new HashSet<>(Arrays.asList((String[]) row.getArray(5).getArray()))));
            }
        }
        return records;
    }

    private void correct(Mistaken mistaken) throws SQLException {
        Shape shape = StoredTable.ofList(mistaken.path.substring(0, mistaken.path.indexOf('[')))
                .shape();
        Part record = JsonParts.read(json, mistaken.source, mistaken.path, mistaken.line);
        Optional<Fields> corrected =
                record instanceof Fields fields ? Correction.of(shape, fields, mistaken.mistakes) : Optional.empty();
        if (corrected.isEmpty()) {
            mistakes.leaveOut(mistaken.record);
            return;
        }
        long last = mistakes.ignore(mistaken.record);
        staged.copy(target -> Staging.resume(target, mistaken.record, last).stage(shape, corrected.get(), record));
    }
}
