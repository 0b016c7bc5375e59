package dev.rangefinder.catalogue;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of the records of a list: by their natural key, where missing values come first, and otherwise by the order in which they
 * were entered.
 *
 * @param table the table of the records
 * @param alias the alias of the table
 * @param items the format of the list
 */
record RecordOrder(String table, String alias, Items items) {

    /** The table, joined with those that have the names in the natural key. */
    String tables() {
        return Stream.concat(
                        Stream.of(table + ' ' + alias),
                        items.naturalKey().stream().map(this::join).filter(Objects::nonNull))
                .collect(Collectors.joining(" "));
    }

    private @Nullable String join(String key) {
        String join = items.shape().requires(key) ? "join " : "left join ";
        return kind(key)
                .map(kind -> join + kind + ' ' + joined(key) + " on " + joined(key) + ".id = " + alias + '.'
                        + Storage.foreignKey(table, key))
                .orElse(null);
    }

    /** What the records are sorted by. */
    String keys() {
        return Stream.concat(items.naturalKey().stream().map(this::sortKey), Stream.of(alias + ".id"))
                .collect(Collectors.joining(", "));
    }

    private String sortKey(String key) {
        String value = kind(key)
                .map(kind -> joined(key) + '.' + Storage.nameOf(kind))
                .orElseGet(() -> alias + '.' + Storage.column(table, key));
        return items.shape().requires(key) ? value : value + " nulls first";
    }

    private Optional<String> kind(String key) {
        return Storage.kindOf(items.shape().types().get(key));
    }

    private String joined(String key) {
        return alias + '_' + Storage.snakeCase(key);
    }
}
