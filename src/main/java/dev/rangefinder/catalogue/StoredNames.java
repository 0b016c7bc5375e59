package dev.rangefinder.catalogue;

import dev.rangefinder.node.GlobalId;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of the stored records, each of which is looked up once in a transaction. Global IDs are names as well. */
final class StoredNames {

    /** The columns with the names of records, by table. */
    private static final Map<String, String> COLUMNS = StoredTable.ALL.stream()
            .filter(table -> table.nameKey().isPresent())
            .collect(Collectors.toUnmodifiableMap(StoredTable::name, table -> Storage.nameOf(table.name())));

    /** Finds other records by name. A variant is named by its device and its code. */
    private static final Map<String, String> OTHERS = Map.of(
            "series",
            "select r.id from device r where r.slug = :name and r.kind = 'SERIES'",
            "variant",
            "select r.id from device d join variant r on r.device_id = d.id"
                    + " where d.slug = split_part(:name, '/', 1) and d.slug || '/' || r.code = :name");

    /** The lock of a foreign key. */
    private static final String LOCK = " for key share of r";

    /** Claims have no names, and are no subjects of others. */
    private static final String CLAIM = "Claim";

    private record Reference(String kind, String name) {}

    private final Map<Reference, Optional<Long>> found = new HashMap<>();

    /**
     * The primary key of the record with a kind and a name; null if there is none. Until the transaction ends, nobody can remove or
     * rename it, so that what refers to it can be stored.
     */
    @Nullable Long find(String kind, String name) {
        return found.computeIfAbsent(new Reference(kind, name), reference -> read(reference, LOCK))
                .orElse(null);
    }

    /** The primary key of the record with a kind and a name at this moment; null if there is none. */
    static @Nullable Long current(String kind, String name) {
        return read(new Reference(kind, name), "").orElse(null);
    }

    /** The name of a variant in the whole catalogue: its code is unique only among those of its device. */
    static String variant(String device, @Nullable String code) {
        return device + "/" + code;
    }

    private static Optional<Long> read(Reference reference, String lock) {
        String query = OTHERS.get(reference.kind);
        String column = COLUMNS.get(reference.kind);
        if (column != null) {
            query = "select r.id from " + reference.kind + " r where r." + column + " = :name";
        }
        Optional<Object> key = query == null ? Optional.empty() : first(query + lock, "name", reference.name);
        return key.map(named -> ((Number) named).longValue()).or(() -> byId(reference, lock));
    }

    private static Optional<Long> byId(Reference reference, String lock) {
        return GlobalId.parse(reference.name)
                .filter(id -> tableOf(id).equals(reference.kind))
                .flatMap(id ->
                        first("select r.id from " + reference.kind + " r where r.id = :key" + lock, "key", id.key()))
                .map(key -> ((Number) key).longValue());
    }

    /** The name of the record with a global ID; empty if there is none, or it has no name. */
    Optional<String> nameOf(GlobalId id) {
        String table = tableOf(id);
        return Optional.ofNullable(COLUMNS.get(table))
                .flatMap(column -> first("select " + column + " from " + table + " where id = :key", "key", id.key()))
                .map(String.class::cast);
    }

    private static String tableOf(GlobalId id) {
        return id.type().equals(CLAIM)
                ? "claim"
                : SubjectTable.ofType(id.type()).map(SubjectTable::table).orElse("");
    }

    private static Optional<Object> first(String sql, String parameter, Object value) {
        List<?> values = Panache.getEntityManager()
                .createNativeQuery(sql)
                .setParameter(parameter, value)
                .getResultList();
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
