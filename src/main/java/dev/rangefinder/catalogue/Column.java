package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A column that a key of a record is stored in.
 *
 * @param key the key
 * @param name the name of the column
 * @param value its value in SQL, from the staged column {@code content}
 */
record Column(String key, String name, String value) {

    /** All columns of the records of a shape, except the lists of references, which have tables of their own. */
    static List<Column> of(Shape shape) {
        Table table = shape.table();
        List<Column> columns = new ArrayList<>();
        table.inherited().forEach(key -> columns.add(reference(table, key, new Reference(key))));
        shape.types().forEach((key, type) -> columns.addAll(of(table, key, type)));
        return columns;
    }

    private static List<Column> of(Table table, String key, Type type) {
        if (type instanceof Value) {
            return List.of(new Column(key, table.column(key), text(key)));
        }
        if (type instanceof Reference reference) {
            return List.of(reference(table, key, reference));
        }
        if (type instanceof ValueList list && list.type() instanceof Value) {
            return List.of(new Column(key, table.column(key), "array(" + items(key) + ")"));
        }
        return type instanceof Shape fields ? nested(table, key, fields) : List.of();
    }

    private static Column reference(Table table, String key, Reference reference) {
        return new Column(
                key,
                table.referenceColumn(key),
                "(select n.id from staged_name n where n.kind = '%s' and n.name = %s)"
                        .formatted(reference.kind(), name(key, reference)));
    }

    private static List<Column> nested(Table table, String key, Shape fields) {
        return fields.keys().stream()
                .map(inner -> new Column(
                        key,
                        table.column(key) + '_' + Table.snakeCase(inner),
                        "content -> '" + key + "' ->> '" + inner + '\''))
                .toList();
    }

    /** The text under a key in SQL. */
    static String text(String key) {
        return "content ->> '" + key + '\'';
    }

    /** The texts in the list under a key in SQL. */
    static String items(String key) {
        return "select i.value from jsonb_array_elements_text(content -> '" + key
                + "') with ordinality i (value, place) order by i.place";
    }

    /** The name that a reference has in the catalogue in SQL. */
    static String name(String key, Reference reference) {
        String name = text(key);
        return reference.scope() == null ? name : "(" + text(reference.scope()) + ") || '/' || (" + name + ')';
    }
}
