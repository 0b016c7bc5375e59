package dev.rangefinder.catalogue;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a stored record as the fields of a record in a file, without its parts and claims. The view of its table has
 * the values that need evidence; the others are properties of the entity.
 */
final class StoredFields {

    private static final String VALUES =
            "select property, value from %s_value where id = :key order by property, value";

    private final Kind<?> kind;
    private final EntityTable<?> table;
    private final Keyed entity;
    private final StoredNames names;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private StoredFields(Kind<?> kind, EntityTable<?> table, Keyed entity, StoredNames names) {
        this.kind = kind;
        this.table = table;
        this.entity = entity;
        this.names = names;
    }

    static Fields of(Kind<?> kind, EntityTable<?> table, Keyed entity, StoredNames names) {
        return new StoredFields(kind, table, entity, names).read();
    }

    private Fields read() {
        List<?> rows = Panache.getEntityManager()
                .createNativeQuery(VALUES.formatted(kind.subject().table()))
                .setParameter("key", entity.key)
                .getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> values.computeIfAbsent((String) row[0], first -> new ArrayList<>())
                        .add((String) row[1]));
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String key : kind.format().keys()) {
            Part part = part(key);
            if (part != null) {
                parts.put(key, part);
            }
        }
        return new Fields(InputFields.INPUT, 0, parts);
    }

    private @Nullable Part part(String key) {
        String path = InputFields.INPUT + '.' + key;
        List<String> stated = values.getOrDefault(key, List.of());
        Type type = kind.format().types().get(key);
        if (type instanceof ValueList) {
            return stated.isEmpty()
                    ? null
                    : new Listing(
                            path,
                            0,
                            stated.stream()
                                    .<Part>map(value -> new Text(path, 0, value))
                                    .toList());
        }
        if (type instanceof Items || type instanceof Definition) {
            return null;
        }
        if (type instanceof Shape money) {
            return stated.isEmpty() ? null : parts(path, key, money);
        }
        String value = stated.isEmpty() ? property(key) : stated.get(0);
        return value == null ? null : new Text(path, 0, value);
    }

    /** The properties of money are named like its keys: {@code amountFrom}, {@code convertedCurrency}. */
    private Part parts(String path, String key, Shape money) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String part : money.keys()) {
            Object value = table.valueOf(entity, key + capitalized(part));
            if (value != null && !value.equals(false)) {
                parts.put(part, new Text(path + '.' + part, 0, text(value)));
            }
        }
        return new Fields(path, 0, parts);
    }

    private static String capitalized(String key) {
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    private @Nullable String property(String key) {
        String property = key.equals(kind.nameKey()) ? table.name() : key;
        if (table.valueOf(entity, key + "Id") instanceof Long foreign) {
            return names.nameOf(new GlobalId(capitalized(key), foreign)).orElse(null);
        }
        Object value = table.valueOf(entity, property);
        return value instanceof Enum<?> constant ? constant.name() : text(value);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null || value instanceof List<?> ? null : value.toString();
    }
}
