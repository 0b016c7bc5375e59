package dev.rangefinder.catalogue;

import dev.rangefinder.change.Revision;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The whole catalogue as it is at one revision, in one read-only transaction. Records are fetched in batches, so that the memory
 * does not depend on the size of the catalogue.
 */
final class CatalogueSnapshot implements AutoCloseable {

    /** Compiling the large statements would take longer than running them. */
    private static final String BEGIN = """
        begin isolation level repeatable read read only;
        set local jit = off;
        set local random_page_cost = 1.1;
        set local statement_timeout = '60s'
        """;

    private static final int MAX_BATCH = 100;

    /** In characters. */
    private static final int BATCH_LENGTH = 1024 * 1024;

    private final Connection connection;
    private final Statement statement;

    private CatalogueSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
    }

    static CatalogueSnapshot open(DataSource database) throws SQLException {
        CatalogueSnapshot snapshot = new CatalogueSnapshot(database.getConnection());
        try {
            snapshot.statement.execute(BEGIN);
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }

    Revision revision() throws SQLException {
        return Revision.read(connection);
    }

    /** Writes all records, in the order of the format. */
    void write(RecordWriter target) throws SQLException, IOException {
        for (var list : Format.FILE.types().entrySet()) {
            // Unlike other statements, the query of a cursor is planned to return its first rows early
            String query = RecordQuery.of(list.getKey(), (Items) list.getValue());
            statement.execute("declare record no scroll cursor for " + query);
            write(list.getKey(), target);
            statement.execute("close record");
        }
        target.close();
    }

    /** Fetches as many records at a time as are small together, by the size of the last ones. */
    private void write(String list, RecordWriter target) throws SQLException, IOException {
        int batch = MAX_BATCH;
        int largest;
        do {
            largest = 0;
            try (ResultSet records = statement.executeQuery("fetch " + batch + " from record")) {
                while (records.next()) {
                    String record = records.getString(1);
                    target.write(list, record);
                    largest = Math.max(largest, record.length());
                }
            }
            batch = Math.max(1, Math.min(MAX_BATCH, BATCH_LENGTH / Math.max(1, largest)));
        } while (largest > 0);
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                statement) {
            statement.execute("rollback");
        }
    }
}
