package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Table.Link;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the database stores what a file has, by the names of tables and keys. It follows from the format. */
final class Storage {

    private static final Map<String, Table> TABLES = Stream.concat(
                    StoredTable.ALL.stream(), StoredTable.EVIDENCE.stream())
            .map(StoredTable::table)
            .collect(Collectors.toMap(Table::name, Function.identity(), (one, same) -> one));

    private Storage() {}

    private static Table named(String table) {
        Table named = TABLES.get(table);
        if (named == null) {
            throw new IllegalStateException("The format has no table " + table);
        }
        return named;
    }

    /** The table of a list in a record of another table, or at the top of a file. */
    static String table(String parent, String list) {
        return Stream.concat(StoredTable.EVIDENCE.stream(), StoredTable.ALL.stream())
                .filter(table -> table.list().equals(list)
                        && (list.equals(StoredTable.CLAIMS)
                                || parent.equals(
                                        table.owner() == null
                                                ? ""
                                                : table.owner().name())))
                .findFirst()
                .map(StoredTable::name)
                .orElseThrow(() -> new IllegalStateException("No table has the records of the list " + list));
    }

    /** The column of a value. */
    static String column(String table, String key) {
        return named(table).column(key);
    }

    /** The foreign key of a reference. */
    static String foreignKey(String table, String key) {
        return named(table).referenceColumn(key);
    }

    /** The table with the links of a list of references. */
    static Link link(String table, String list) {
        Link link = named(table).links().get(list);
        if (link == null) {
            throw new IllegalStateException("No table has the links of the list " + list + " of a " + table);
        }
        return link;
    }

    /** The table of the records that a value names; empty for other values. */
    static Optional<String> kindOf(Type type) {
        return type instanceof Reference reference ? Optional.of(reference.table()) : Optional.empty();
    }

    /** The column with the names of the records of a table. */
    static String nameOf(String table) {
        return named(table).column(named(table).identity().get(0));
    }

    static String snakeCase(String key) {
        return Table.snakeCase(key);
    }
}
