package dev.rangefinder.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An import in the log.
 *
 * @param history the schema of the log, quoted
 * @param change the number of its change, by which the history of each table has the rows that it added or changed
 * @param touched the tables with such rows, each after those that it refers to
 */
record LoggedImport(String history, long change, List<Touched> touched) {

    /** A table, with the numbers of rows that the import added and changed. */
    record Touched(LoggedTable table, long added, long changed) {}

    private static final String SCHEMA = "select quote_ident(history_schema())";

    private static final String FIND = "select change from %s.log where revision = ? and operation = 'import'";

    private static final String COUNT = """
        select '%2$s' as name, count(*) filter (where not existed), count(*) filter (where existed)
        from %1$s.%2$s where change = %3$d\
        """;

    /** Finds the import that made a revision; null if there is none. */
    static @Nullable LoggedImport find(Connection connection, int revision) throws SQLException {
        String history = text(connection, SCHEMA);
        try (PreparedStatement find = connection.prepareStatement(FIND.formatted(history))) {
            find.setInt(1, revision);
            ResultSet row = find.executeQuery();
            return row.next() ? of(connection, history, row.getLong(1)) : null;
        }
    }

    private static LoggedImport of(Connection connection, String history, long change) throws SQLException {
        Map<String, LoggedTable> tables = LoggedTable.byName();
        String counts = LoggedTable.ALL.stream()
                .map(table -> COUNT.formatted(history, table.name(), change))
                .collect(Collectors.joining(" union all "));
        List<Touched> touched = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(counts)) {
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                touched.add(new Touched(tables.get(row.getString(1)), row.getLong(2), row.getLong(3)));
            }
        }
        touched.removeIf(table -> table.added == 0 && table.changed == 0);
        touched.sort((one, other) -> LoggedTable.ALL.indexOf(one.table) - LoggedTable.ALL.indexOf(other.table));
        return new LoggedImport(history, change, List.copyOf(touched));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}
