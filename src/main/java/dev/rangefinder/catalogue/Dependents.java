package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.LoggedImport.Touched;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ChangedLater;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.node.GlobalId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What later revisions have stored that prevents that an import is undone. */
final class Dependents {

    private static final int MAX_REPORTED = 20;

    private static final String FOREIGN_KEYS = """
        select distinct c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.connamespace = current_schema()::regnamespace order by 1, 2
        """;

    private static final String CHANGED = """
        select h.%3$s as key, min(l.revision) as revision
        from %1$s.%2$s h join %1$s.%2$s x on %4$s and x.history_id > h.history_id join %1$s.log l on l.change = x.change
        where h.change = %5$d group by 1\
        """;

    /** What the import itself made refer to a row that it added is undone with it. */
    private static final String REFERRING = """
        select r.%3$s as key, (select max(l.revision) from %1$s.%2$s x join %1$s.log l on l.change = x.change where %4$s) as revision
        from %1$s.%6$s h join %2$s r on r.%7$s = h.id
        where h.change = %5$d and not h.existed
            and not exists (select from %1$s.%2$s o where o.change = h.change and %8$s)\
        """;

    private static final String REMOVED = """
        select h.%3$s as key, (select max(l.revision) from %1$s.%2$s x join %1$s.log l on l.change = x.change where x.id = h.%3$s) as revision
        from %1$s.%4$s h
        where h.change = %5$d and h.existed and h.%3$s is not null and not exists (select from %2$s r where r.id = h.%3$s)\
        """;

    private static final String REPORT = """
        select d.key, d.revision, %2$s from (%1$s order by revision, key limit %3$d) d order by d.revision, d.key
        """;

    private final Connection connection;
    private final LoggedImport undone;
    private final List<ChangeError> errors = new ArrayList<>();

    /** A foreign key of a table. */
    private record ForeignKey(LoggedTable table, String column, LoggedTable target) {}

    Dependents(Connection connection, LoggedImport undone) {
        this.connection = connection;
        this.undone = undone;
    }

    /** The first of them. */
    List<ChangeError> find() throws SQLException {
        List<ForeignKey> foreignKeys = foreignKeys();
        for (Touched touched : undone.touched()) {
            findChanged(touched.table());
            for (ForeignKey key : foreignKeys) {
                if (touched.added() > 0 && key.target.equals(touched.table())) {
                    findReferring(key);
                }
                if (touched.changed() > 0 && key.table.equals(touched.table())) {
                    findRemoved(key);
                }
            }
        }
        return errors;
    }

    private List<ForeignKey> foreignKeys() throws SQLException {
        Map<String, LoggedTable> tables = LoggedTable.byName();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(FOREIGN_KEYS);
            while (row.next()) {
                LoggedTable table = tables.get(row.getString(1));
                if (table != null) {
                    foreignKeys.add(new ForeignKey(table, row.getString(2), tables.get(row.getString(3))));
                }
            }
        }
        return foreignKeys;
    }

    private void findChanged(LoggedTable table) throws SQLException {
        String rows = CHANGED.formatted(
                undone.history(), table.name(), table.nodeKey(), table.same("x", "h"), undone.change());
        report(rows, table, "Revision %d changed the %s %s after the import.");
    }

    private void findReferring(ForeignKey key) throws SQLException {
        LoggedTable table = key.table;
        String rows = REFERRING.formatted(
                undone.history(),
                table.name(),
                table.nodeKey(),
                table.same("x", "r"),
                undone.change(),
                key.target.name(),
                key.column,
                table.same("o", "r"));
        report(rows, table, "Since revision %d the %s %s refers to a record that the import added.");
    }

    private void findRemoved(ForeignKey key) throws SQLException {
        String rows =
                REMOVED.formatted(undone.history(), key.target.name(), key.column, key.table.name(), undone.change());
        report(
                rows,
                key.target,
                "Revision %d removed the %s %s, which a record that the import changed referred to before.");
    }

    private void report(String rows, LoggedTable table, String message) throws SQLException {
        int limit = MAX_REPORTED - errors.size();
        if (limit == 0) {
            return;
        }
        String node = table.node();
        String name = node.equals("claim") ? ".global_id('claim', d.key)" : ".name_of_" + node + "(d.key)";
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(REPORT.formatted(rows, undone.history() + name, limit));
            while (row.next()) {
                int revision = row.getInt(2);
                errors.add(new ChangedLater(
                        ErrorDetails.at(
                                ImportReverter.REVISION,
                                message.formatted(revision, node.replace('_', ' '), row.getString(3))),
                        new GlobalId(GlobalId.typeOf(node), row.getLong(1)),
                        revision));
            }
        }
    }
}
