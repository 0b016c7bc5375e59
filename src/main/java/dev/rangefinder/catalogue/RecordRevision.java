package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.NotCited;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of a stored record.
 *
 * @param sent the values that an input has
 * @param whole the record after the change
 * @param differing the keys of the input whose values differ from the stored ones
 * @param mistakes what is wrong with the input
 */
record RecordRevision<N extends Keyed>(
        Kind<N> kind,
        N entity,
        Fields sent,
        Fields whole,
        List<String> differing,
        List<Mistake> mistakes,
        StoredNames names) {

    private static final String CLAIMS = "claims";

    /** The stored values of a record that no claim states. */
    private static final String UNSTATED = """
            select v.property, v.value from %1$s_value v
            where v.id = :key and not exists (
                select from claim c where c.%1$s_id = v.id and c.property = v.property and c.likelihood <> 'DENIED'
                    and states(c.value, v.value))
            order by 1, 2
            """;

    static <N extends Keyed> RecordRevision<N> of(
            Kind<N> kind, EntityTable<N> table, N entity, Record input, StoredNames names) {
        InputFields reader = new InputFields(names);
        Fields sent = reader.read(input, kind.format());
        Fields stored = StoredFields.of(kind, table, entity, names);
        Map<String, Part> parts = new LinkedHashMap<>(stored.parts());
        parts.keySet().removeAll(reader.cleared());
        parts.putAll(sent.parts());
        parts.remove(CLAIMS);
        Fields whole = new Fields(InputFields.INPUT, 0, parts);
        List<String> differing = kind.format().keys().stream()
                .filter(key -> !key.equals(CLAIMS))
                .filter(key -> sent.has(key) || reader.cleared().contains(key))
                .filter(key -> kind.hidesLinks(key) || !values(sent, key).equals(values(stored, key)))
                .toList();
        Validation validation = new Validation();
        kind.format().validateChange(sent, whole, validation);
        new InputReferences(names).check(kind.format(), sent, validation);
        return new RecordRevision<>(kind, entity, sent, whole, differing, validation.mistakes(), names);
    }

    private static List<String> values(Fields fields, String key) {
        String single = fields.optionalText(key);
        return single == null ? fields.values(key).stream().sorted().toList() : List.of(single);
    }

    /** Sets the values of the entity, replaces the links that differ, and adds the claims. */
    void write() {
        Records records = new Records(names);
        kind.setter().set(entity, whole, records);
        Links links = new Links(records);
        kind.format().table().links().forEach((list, link) -> {
            if (differing.contains(list)) {
                Links.clear(link, entity.key);
                links.add(kind.format(), list, whole, entity.key);
            }
        });
        links.store();
        ClaimWriter claims = new ClaimWriter(records);
        claims.add(kind.subject(), sent, entity.key);
        claims.writeAll();
    }

    /** The errors for values that no claim states. */
    List<ChangeError> unstated() {
        List<?> rows = Panache.getEntityManager()
                .createNativeQuery(UNSTATED.formatted(kind.subject().table()))
                .setParameter("key", entity.key)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(RecordRevision::unstated)
                .toList();
    }

    private static ChangeError unstated(Object[] row) {
        return new NotCited(ErrorDetails.at(
                InputFields.INPUT + '.' + row[0],
                Value.excerpt((String) row[1]) + " is stated by no claim of this record."));
    }
}
