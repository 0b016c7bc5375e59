package dev.rangefinder.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Checks staged records with each other and with the catalogue, and finds the rows that they are stored in. */
final class ImportChecks {

    private final Connection connection;
    private final StagedRecords staged;
    private final ColumnTypes types;

    ImportChecks(Connection connection, StagedRecords staged, ColumnTypes types) {
        this.connection = connection;
        this.staged = staged;
        this.types = types;
    }

    /** Stages the mistakes that are not staged yet, and returns their number. */
    long run() throws SQLException {
        staged.execute("truncate staged_target, staged_name");
        long mistakes = execute(Checks.duplicates().stream());
        for (StoredTable table : named()) {
            staged.execute(find(table));
            execute(Names.ofFile(table).stream());
        }
        staged.execute("analyze staged_target, staged_name");
        mistakes += resolve(false);
        for (StoredTable table : StoredTable.ALL) {
            if (table.nameKey().isEmpty()) {
                staged.execute(find(table));
            }
        }
        staged.execute(Names.variantsOfFile());
        mistakes += resolve(true);
        mistakes += staged.execute(Checks.aliases());
        List<StagedRow> cycles = new Cycles(connection).find();
        staged.copy(target -> target.write(
                String.join("", cycles.stream().map(StagedRow::text).toList())));
        staged.execute("analyze staged_target, staged_name");
        return mistakes + cycles.size();
    }

    private static List<StoredTable> named() {
        return StoredTable.ALL.stream()
                .filter(table -> table.nameKey().isPresent())
                .toList();
    }

    private String find(StoredTable table) {
        return new Matching(table, types).find();
    }

    /** Finds the records that others refer to, and reports those that do not exist. */
    private long resolve(boolean scoped) throws SQLException {
        execute(referring().flatMap(table -> Names.ofCatalogue(table, scoped)));
        return execute(referring().flatMap(table -> Names.unknown(table, scoped)));
    }

    private static Stream<StoredTable> referring() {
        return Stream.concat(StoredTable.ALL.stream(), StoredTable.EVIDENCE.stream());
    }

    private long execute(Stream<String> statements) throws SQLException {
        long rows = 0;
        for (String statement : statements.toList()) {
            rows += staged.execute(statement);
        }
        return rows;
    }
}
