package dev.rangefinder.catalogue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** The staging tables of an import, which exist in its transaction. */
final class StagedRecords {

    private static final int BUFFER = 1 << 16;

    private static final String COUNTS = """
        select split_part(path, '[', 1), count(*) from staged
        where parent = 0 and shape not in ('mistake', 'ignored', 'rejected') group by 1 order by min(part)
        """;

    private final Connection connection;

    StagedRecords(Connection connection) {
        this.connection = connection;
    }

    /** Writes rows to a stream. */
    @FunctionalInterface
    interface Rows {
        void write(Writer target) throws IOException;
    }

    void create() throws SQLException {
        execute(StagedRow.TABLE);
        execute(Matching.TARGETS);
        execute(Names.TABLE);
    }

    /** Copies rows to the staging table. If that fails, nothing is staged. */
    void copy(Rows rows) throws SQLException {
        PGCopyOutputStream stream =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), StagedRow.COPY, BUFFER);
        try {
            Writer target = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
            rows.write(target);
            target.flush();
            stream.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (stream.isActive()) {
                stream.cancelCopy();
            }
        }
    }

    /** Prepares the staged rows to be read. */
    void index() throws SQLException {
        execute("create index on staged (shape, owner)");
        execute("create index on staged (part)");
        execute("create index on staged (parent)");
        execute("create index on staged (record)");
        execute("analyze staged");
    }

    /** Executes a statement, and returns the number of rows that it changes. It is not prepared: some operators have question marks. */
    long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(statement.getLargeUpdateCount(), 0);
        }
    }

    /** The number of records in each list, and of claims. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(COUNTS);
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
            ResultSet claims = statement.executeQuery("select count(*) from staged_claim");
            claims.next();
            counts.put("claims", claims.getLong(1));
        }
        return counts;
    }
}
