package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        new RevisedEvidence(kind.subject(), entity.key, sent).check(kind.format(), stored, whole, validation);
        return new RecordRevision<>(kind, entity, sent, whole, differing, validation.mistakes(), names);
    }

    /** What is wrong with an input about a record that does not exist. */
    static List<Mistake> mistakesIn(Kind<?> kind, Record input, StoredNames names) {
        Fields sent = new InputFields(names).read(input, kind.format());
        Validation validation = new Validation();
        sent.parts().forEach((key, part) -> kind.format().types().get(key).validate(part, validation));
        new InputReferences(names).check(kind.format(), sent, validation);
        return validation.mistakes();
    }

    /** The errors for what the record would repeat. */
    List<ChangeError> repeated(EntityTable<N> table) {
        Function<String, @Nullable Long> owners = owner -> (Long) table.valueOf(entity, owner + "Id");
        RepeatedRecords repeated = new RepeatedRecords(kind, whole, owners, entity.key, differing, names);
        Map<String, Part> changed = new LinkedHashMap<>(whole.parts());
        changed.keySet().retainAll(differing);
        Long brand = kind.type() == Brand.class ? entity.key : owners.apply("brand");
        return Stream.concat(
                        repeated.errors().stream(),
                        new BrandNames(brand, entity.key)
                                .errors(kind.type(), new Fields(InputFields.INPUT, 0, changed)).stream())
                .toList();
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
}
