package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Table.Link;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the catalogue, whose former rows are in a table of the same name in the schema of the history.
 *
 * @param node the table of the records that its rows belong to
 * @param key the columns by which a row is found in its history, the first of which is the key of its record
 * @param isPart whether its rows belong to other records
 */
record LoggedTable(String name, String node, List<String> key, boolean isPart) {

    /** All tables that imports store records in, each after those that it refers to. */
    static final List<LoggedTable> ALL = Stream.of(
                    StoredTable.ALL.stream()
                            .map(table ->
                                    new LoggedTable(table.name(), table.name(), List.of("id"), table.owner() != null)),
                    StoredTable.ALL.stream()
                            .flatMap(table ->
                                    table.table().links().values().stream().map(link -> ofLink(table.name(), link))),
                    Stream.of(
                            new LoggedTable("claim", "claim", List.of("id"), true),
                            new LoggedTable("effect", "claim", List.of("claim_id", "id"), true)))
            .flatMap(tables -> tables)
            .distinct()
            .toList();

    private static LoggedTable ofLink(String node, Link link) {
        return new LoggedTable(link.table(), node, List.of(link.from(), link.to()), true);
    }

    /** All tables by their names. */
    static Map<String, LoggedTable> byName() {
        return ALL.stream().collect(Collectors.toMap(LoggedTable::name, Function.identity()));
    }

    /** The column with the key of the record that a row belongs to. */
    String nodeKey() {
        return key.get(0);
    }

    /** The condition in SQL that two rows have the same key. */
    String same(String one, String other) {
        return key.stream()
                .map(column -> one + '.' + column + " = " + other + '.' + column)
                .collect(Collectors.joining(" and "));
    }

    /** The columns of the key in SQL. */
    String keyOf(String row) {
        return key.stream().map(column -> row + '.' + column).collect(Collectors.joining(", "));
    }
}
