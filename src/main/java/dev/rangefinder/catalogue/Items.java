package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A list of records, and the keys by which they are unique. */
final class Items implements Type {

    private final Shape shape;
    private final List<Identity> identities = new ArrayList<>();

    /**
     * What no two records have in common.
     *
     * @param whole whether only records with all of the keys are compared
     */
    record Identity(List<String> keys, boolean whole) {}

    private Items(Shape shape) {
        this.shape = shape;
    }

    /** A list of records. */
    static Items listOf(Shape shape) {
        return new Items(shape);
    }

    /** Requires that no two records have the same values for these keys, where missing ones are the same as well. */
    Items uniqueBy(String... keys) {
        identities.add(new Identity(List.of(keys), false));
        return this;
    }

    /** Requires that no two records have the same value for this key; any number of them can be without it. */
    Items uniqueByOptional(String key) {
        identities.add(new Identity(List.of(key), true));
        return this;
    }

    /** A type as a list of records; empty when it is none. */
    static Optional<Items> of(Type type) {
        if (type instanceof Definition definition) {
            return of(definition.type());
        }
        return type instanceof Items items ? Optional.of(items) : Optional.empty();
    }

    /** The format of each record. */
    Shape shape() {
        return shape;
    }

    /** The keys that identify a record in the list; empty when none do. */
    List<String> naturalKey() {
        return identities.isEmpty() ? List.of() : identities.get(0).keys;
    }

    /** What no two records have in common. */
    List<Identity> identities() {
        return identities;
    }

    @Override
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Listing list)) {
            validation.report(part, MistakeCode.WRONG_TYPE, "is not a list");
            return;
        }
        list.items().forEach(item -> shape.validate(item, validation));
        identities.forEach(identity -> rejectDuplicates(list, identity, validation));
    }

    private void rejectDuplicates(Listing list, Identity identity, Validation validation) {
        Map<List<String>, Fields> known = new HashMap<>();
        for (Part item : list.items()) {
            if (item instanceof Fields fields && isComplete(fields, identity)) {
                rejectDuplicate(fields, identity.keys, known, validation);
            }
        }
    }

    /** Whether a record has the keys that it is compared by; if it lacks one that it needs, that is its mistake. */
    private boolean isComplete(Fields fields, Identity identity) {
        return identity.keys.stream()
                .allMatch(key -> fields.optionalText(key) != null || !identity.whole && !shape.requires(key));
    }

    private static void rejectDuplicate(
            Fields fields, List<String> keys, Map<List<String>, Fields> known, Validation validation) {
        List<String> identity = keys.stream()
                .map(key -> Objects.requireNonNullElse(fields.optionalText(key), ""))
                .toList();
        Fields duplicate = known.putIfAbsent(identity, fields);
        if (duplicate != null) {
            String same = keys.stream().filter(fields::has).collect(Collectors.joining(" and "));
            validation.report(
                    fields,
                    MistakeCode.DUPLICATE,
                    same.isEmpty()
                            ? "is the same as " + duplicate.place()
                            : "has the same " + same + " as " + duplicate.place());
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", shape.schema());
    }
}
