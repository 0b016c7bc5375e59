package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.LoggedImport.Touched;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives the rows of an import the state that they had before, by a few statements for each table. */
final class FormerRows {

    /** The rows are counted, because nobody needs them. Others refer to none of them any more until this transaction ends. */
    private static final String LOCK = """
        select count(*) from (
            select from %2$s t where (%3$s) in (select %4$s from %1$s.%2$s h where h.change = %5$d) order by %3$s for update) t
        """;

    private static final String DELETE = """
        delete from %2$s t using %1$s.%2$s h where h.change = %4$d and not h.existed and %3$s
        """;

    private static final String UPDATE = """
        update %2$s t set %8$s from %1$s.%2$s h
        where h.change = %4$d and h.existed and %3$s and row(%6$s) is distinct from row(%7$s)
        """;

    private static final String INSERT = """
        insert into %2$s (%5$s) overriding system value
        select %6$s from %1$s.%2$s h where h.change = %4$d and h.existed and not exists (select from %2$s t where %3$s)
        """;

    /** Versions count on. Triggers fill in what is copied. */
    private static final String COLUMNS = """
        select attname from pg_attribute
        where attrelid = to_regclass(?) and attnum > 0 and not attisdropped and attgenerated = ''
            and attname <> all (copied_columns())
        order by attnum
        """;

    private final Connection connection;
    private final LoggedImport undone;
    private long removed;
    private long restored;

    FormerRows(Connection connection, LoggedImport undone) {
        this.connection = connection;
        this.undone = undone;
    }

    /** Locks the rows, so that nobody changes them or refers to them until the transaction ends. */
    void lock() throws SQLException {
        for (Touched touched : undone.touched()) {
            LoggedTable table = touched.table();
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK.formatted(
                        undone.history(), table.name(), table.keyOf("t"), table.keyOf("h"), undone.change()));
            }
        }
    }

    /**
     * Removes the rows that the import added, and restores the others. Parts of records are removed before, because a former value
     * can exclude them, and the records themselves afterwards, because changed rows refer to them until then.
     */
    void restore() throws SQLException {
        delete(LoggedTable::isPart);
        for (Touched touched : undone.touched()) {
            if (touched.changed() > 0) {
                restore(touched.table());
            }
        }
        delete(table -> !table.isPart());
    }

    private void delete(Predicate<LoggedTable> which) throws SQLException {
        List<Touched> dependentsFirst = new ArrayList<>(undone.touched());
        Collections.reverse(dependentsFirst);
        for (Touched touched : dependentsFirst) {
            if (touched.added() > 0 && which.test(touched.table())) {
                execute(DELETE, touched.table(), List.of());
                removed += touched.added(); // some are removed with those that they belong to
            }
        }
    }

    private void restore(LoggedTable table) throws SQLException {
        List<String> columns = columns(table);
        List<String> values = new ArrayList<>(columns);
        values.removeAll(table.key());
        if (!values.isEmpty()) {
            restored += execute(UPDATE, table, values);
        }
        restored += execute(INSERT, table, columns);
    }

    private long execute(String template, LoggedTable table, List<String> columns) throws SQLException {
        String sql = template.formatted(
                undone.history(),
                table.name(),
                table.same("t", "h"),
                undone.change(),
                list(columns, ""),
                list(columns, "h."),
                list(columns, "t."),
                columns.stream().map(column -> column + " = h." + column).collect(Collectors.joining(", ")));
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    private static String list(List<String> columns, String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private List<String> columns(LoggedTable table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.name());
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    /** The number of rows that were removed. */
    long removed() {
        return removed;
    }

    /** The number of rows that have their former values. */
    long restored() {
        return restored;
    }
}
