package dev.rangefinder.catalogue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects the records of a list as the format declares them: each as one JSON object, with its keys in the order of the format
 * and without those that have no value or the default one. The records are in the order of their natural keys, and otherwise in the
 * order in which they were entered.
 *
 * @param table the table of the records
 * @param alias the alias of the table, which no enclosing query has
 * @param items the format of the list
 */
record RecordQuery(String table, String alias, Items items) {

    /** The query for a list at the top of a file. */
    static String of(String list, Items items) {
        RecordQuery query = new RecordQuery(Storage.table("", list), "r", items);
        return "select json_strip_nulls(" + query.record() + ")::text from "
                + query.order().tables() + " order by " + query.order().keys();
    }

    /** A subquery for a list in a record of another table, which the records of the list refer to. */
    private static String nested(String parent, String parentAlias, String list, Items items) {
        RecordQuery query = new RecordQuery(Storage.table(parent, list), parentAlias + 'r', items);
        return "(select json_agg(" + query.record() + " order by "
                + query.order().keys() + ") from " + query.order().tables() + " where " + query.alias + '.' + parent
                + "_id = " + parentAlias + ".id)";
    }

    private RecordOrder order() {
        return new RecordOrder(table, alias, items);
    }

    private String record() {
        return object(items.shape(), "");
    }

    /** A JSON object of the values in the columns that start with a prefix. */
    private String object(Shape shape, String prefix) {
        return shape.types().entrySet().stream()
                .map(entry -> member(entry.getKey(), value(shape, prefix, entry)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ", "json_build_object(", ")"));
    }

    private static @Nullable String member(String key, @Nullable String value) {
        return value == null ? null : '\'' + key + "', " + value;
    }

    /** The JSON value of a key; null when it is never written. */
    private @Nullable String value(Shape shape, String prefix, Map.Entry<String, Type> entry) {
        String key = entry.getKey();
        Type type = entry.getValue() instanceof Definition definition ? definition.type() : entry.getValue();
        if (type == StatedProperties.INSTANCE) {
            return null; // short for several claims, which are written one by one
        }
        if (type instanceof Items list) {
            return nested(table, alias, key, list);
        }
        if (type instanceof Shape part) {
            return part(part, Storage.snakeCase(key) + '_');
        }
        if (type instanceof ValueList list) {
            return list(key, list);
        }
        Optional<String> kind = Storage.kindOf(type);
        if (kind.isPresent()) {
            return "(select n." + Storage.nameOf(kind.get()) + " from " + kind.get() + " n where n.id = " + alias + '.'
                    + Storage.foreignKey(table, key) + ')';
        }
        return value(type, column(prefix, key), shape.declaredDefault(key));
    }

    private static String value(Type type, String column, @Nullable String defaultValue) {
        if (type == Value.TRUE) {
            return "nullif(" + column + ", false)";
        }
        String value = type == Value.FLAG ? column : column + "::text";
        return defaultValue == null ? value : "nullif(" + value + ", '" + defaultValue + "')";
    }

    /** An object in columns of the record. It exists if its required values do. */
    private String part(Shape shape, String prefix) {
        String exists = shape.keys().stream()
                .filter(shape::requires)
                .map(key -> column(prefix, key) + " is not null")
                .collect(Collectors.joining(" and "));
        return "case when " + exists + " then " + object(shape, prefix) + " end";
    }

    private String list(String key, ValueList list) {
        if (!(list.type() instanceof Reference reference)) {
            return "to_json(nullif(" + column("", key) + ", '{}'))";
        }
        Table.Link link = Storage.link(table, key);
        String kind = Storage.kindOf(reference).orElseThrow();
        String name = "n." + Storage.nameOf(kind);
        return "(select json_agg(" + name + " order by " + name + ") from " + link.table() + " l join "
                + kind + " n on n.id = l." + link.to() + " where l." + link.from() + " = " + alias
                + ".id)";
    }

    private String column(String prefix, String key) {
        return alias + '.' + prefix + Storage.column(table, key);
    }
}
