package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.StoredTable.ReferenceKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds records that are their own ancestors, by the references of a kind of record to others of its kind. */
final class Cycles {

    /** Of a file with more references in cycles, these are reported. */
    private static final int MAX_REPORTED = 1_000;

    private static final int MAX_DEPTH = 100;

    private static final String CREATE = """
        create temporary table staged_edge on commit drop as
        select s.record, s.part, s.path || %s as path, coalesce((%s)::integer, s.line) as line, %s as child, %s as parent
        from staged s %s where %s and content ? '%s'
        """;

    /** A record without ancestors is in no cycle, and so are its children then. */
    private static final String PRUNE =
            "delete from staged_edge e where not exists (select from staged_edge a where a.child = e.parent)";

    private final Connection connection;

    /** A reference of a record to another one of its kind. */
    private record Edge(long record, long part, String path, int line, String child, String parent) {}

    Cycles(Connection connection) {
        this.connection = connection;
    }

    /** The mistakes in all hierarchies, as rows to stage. */
    List<StagedRow> find() throws SQLException {
        List<StagedRow> mistakes = new ArrayList<>();
        for (StoredTable table : StoredTable.ALL) {
            StoredTable kind = table.owner() == null ? table : table.owner();
            for (ReferenceKey key : table.references()) {
                if (kind.name().equals(key.reference().table())) {
                    mistakes.addAll(find(table, kind, key));
                }
            }
        }
        return mistakes;
    }

    private List<StagedRow> find(StoredTable table, StoredTable kind, ReferenceKey key) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(create(table, kind, key));
            int depth = 0;
            while (statement.executeUpdate(PRUNE) > 0 && depth++ < MAX_DEPTH) {}
            List<Edge> edges = read(statement);
            statement.execute("drop table staged_edge");
            return edges.stream().flatMap(edge -> mistake(edge, edges)).toList();
        }
    }

    private static String create(StoredTable table, StoredTable kind, ReferenceKey key) {
        String name = kind.nameKey().orElseThrow();
        return CREATE.formatted(
                key.path(),
                key.line(),
                table == kind
                        ? Column.text(name)
                        : "(select o.content ->> '" + name + "' from staged o where o.part = s.parent)",
                key.text(),
                key.items(),
                table.staged(),
                key.key());
    }

    private static List<Edge> read(Statement statement) throws SQLException {
        List<Edge> edges = new ArrayList<>();
        ResultSet row = statement.executeQuery("select * from staged_edge order by part, path limit " + MAX_REPORTED);
        while (row.next()) {
            edges.add(new Edge(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getString(6)));
        }
        return edges;
    }

    private static Stream<StagedRow> mistake(Edge edge, List<Edge> edges) {
        List<String> path = path(edge, edges);
        if (path.isEmpty()) {
            return Stream.empty();
        }
        String message = "forms a cycle: " + edge.child + " in " + String.join(" in ", path);
        Mistake mistake = new Mistake(edge.path, edge.line, MistakeCode.CYCLE, message);
        return Stream.of(StagedRow.ofMistake(edge.record, edge.part, StagedRow.MISTAKE, mistake, new StagedJson()));
    }

    /** A shortest path up from a record to another one; empty when there is none. */
    private static List<String> path(Edge edge, List<Edge> edges) {
        Map<String, List<String>> paths = new HashMap<>(Map.of(edge.parent, List.of(edge.parent)));
        Deque<String> pending = new ArrayDeque<>(List.of(edge.parent));
        while (!pending.isEmpty() && !paths.containsKey(edge.child)) {
            String next = pending.remove();
            edges.stream().filter(other -> other.child.equals(next)).forEach(other -> {
                if (!paths.containsKey(other.parent)) {
                    List<String> path = new ArrayList<>(paths.get(next));
                    path.add(other.parent);
                    paths.put(other.parent, path);
                    pending.add(other.parent);
                }
            });
        }
        return paths.getOrDefault(edge.child, List.of());
    }
}
