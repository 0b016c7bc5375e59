package dev.rangefinder.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Stores checked records in the catalogue. */
final class ImportChanges {

    private static final String CHANGED = """
        select distinct s.shape from staged_target t join staged s on s.part = t.part where not t.is_new
        """;

    private final Connection connection;
    private final StagedRecords staged;
    private final ColumnTypes types;
    private final ImportProgress progress;

    ImportChanges(Connection connection, StagedRecords staged, ColumnTypes types, ImportProgress progress) {
        this.connection = connection;
        this.staged = staged;
        this.types = types;
        this.progress = progress;
    }

    /** Stores all records, and checks the constraints that would otherwise be checked at the commit. */
    void apply() throws SQLException {
        progress.restart();
        Set<String> changed = changed();
        for (StoredTable table : StoredTable.ALL) {
            Upsert upsert = new Upsert(table, types);
            change(upsert.insert());
            if (changed.contains(table.name())) {
                change(upsert.update());
            }
        }
        for (Change change : StoredTable.ALL.stream().flatMap(LinkUpsert::of).toList()) {
            change(change);
        }
        ClaimUpsert claims = new ClaimUpsert(types);
        for (String statement : claims.statements(changed)) {
            staged.execute(statement);
        }
        for (Change change : claims.changes()) {
            change(change);
        }
        change(EffectUpsert.of(types));
        staged.execute("set constraints all immediate");
    }

    private void change(Change change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(change.isNeeded());
            row.next();
            if (row.getBoolean(1)) {
                progress.apply(staged.execute(change.statement()));
            }
        }
    }

    /** The tables with rows of the catalogue that the records are stored in. */
    private Set<String> changed() throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(CHANGED);
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
