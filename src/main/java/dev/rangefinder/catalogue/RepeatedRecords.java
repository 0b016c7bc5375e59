package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.AlreadyExists;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.node.GlobalId;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stored records that the one of an input would repeat. A concurrent change can still store one before it.
 *
 * @param record the record of the input
 * @param owners the key of the record that it is part of, by table; null if it is part of none of that table
 * @param self its own key; null if it is new
 * @param changed the keys whose values change, if it is stored
 */
record RepeatedRecords(
        Kind<?> kind,
        Fields record,
        Function<String, @Nullable Long> owners,
        @Nullable Long self,
        List<String> changed,
        StoredNames names) {

    /** The key of a new record in comparisons. */
    private static final long NONE = -1;

    /** The errors for what has the same values under the keys that identify such records. */
    List<ChangeError> errors() {
        return StoredTable.ALL.stream()
                .filter(table -> table.name().equals(kind.name()))
                .flatMap(this::errors)
                .toList();
    }

    private Stream<ChangeError> errors(StoredTable table) {
        StoredTable owner = table.owner();
        Long ownerKey = owner == null ? null : owners.apply(owner.name());
        if (owner != null && ownerKey == null) {
            return Stream.empty();
        }
        return table.items().identities().stream()
                .filter(identity -> self == null || identity.keys().stream().anyMatch(changed::contains))
                .map(identity -> error(table, identity, ownerKey))
                .filter(Objects::nonNull);
    }

    private @Nullable ChangeError error(StoredTable table, Items.Identity identity, @Nullable Long owner) {
        Map<String, Object> values = values(table, identity);
        if (values == null) {
            return null;
        }
        if (owner != null) {
            values.put(Table.foreignKey(table.owner().table()), owner);
        }
        List<?> found = query(table, values).getResultList();
        return found.isEmpty() ? null : error(table.shape(), identity, ((Number) found.get(0)).longValue());
    }

    private Query query(StoredTable table, Map<String, Object> values) {
        String conditions = values.entrySet().stream()
                .map(value -> " and r." + value.getKey()
                        + (value.getValue().equals("") ? " is null" : " = :" + value.getKey()))
                .collect(Collectors.joining());
        Query query = Panache.getEntityManager()
                .createNativeQuery(
                        "select r.id from " + table.name() + " r where r.id <> :self" + conditions + " limit 1")
                .setParameter("self", self == null ? NONE : self);
        values.values().removeIf(""::equals);
        values.forEach(query::setParameter);
        return query;
    }

    /** The values by column, the empty text for a missing one; null if they are incomplete or unknown. */
    private @Nullable Map<String, Object> values(StoredTable table, Items.Identity identity) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : identity.keys()) {
            String text = record.optionalText(key);
            if (text == null && (identity.whole() || table.shape().requires(key))) {
                return null;
            }
            if (table.shape().types().get(key) instanceof Reference reference) {
                Long referred = text == null ? null : names.find(reference.kind(), text);
                if (text != null && referred == null) {
                    return null;
                }
                values.put(table.table().referenceColumn(key), referred == null ? "" : referred);
            } else {
                values.put(table.table().column(key), text == null ? "" : text);
            }
        }
        return values;
    }

    private AlreadyExists error(Shape shape, Items.Identity identity, long existing) {
        String same = String.join(
                " and ", identity.keys().stream().filter(record::has).toList());
        String field = identity.keys().stream()
                .filter(key -> !(shape.types().get(key) instanceof Reference))
                .findFirst()
                .orElse(identity.keys().get(identity.keys().size() - 1));
        return new AlreadyExists(
                ErrorDetails.at(
                        record.path() + '.' + field,
                        "There is a " + new RecordType(kind.type()).words() + " with this " + same + " already."),
                new GlobalId(kind.type().getSimpleName(), existing));
    }
}
