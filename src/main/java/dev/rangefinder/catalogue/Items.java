package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The format of a list: the type of its items, and the keys by which they are unique. */
final class Items implements Type {

    private final Type type;
    private final List<List<String>> identities = new ArrayList<>();

    private Items(Type type) {
        this.type = type;
    }

    /** A list of records. */
    static Items listOf(Shape shape) {
        return new Items(shape);
    }

    /** A list of names of records of a kind, without duplicates. An empty list is rejected, because its key should be omitted. */
    static Type namesOf(String kind) {
        Items names = new Items(Value.reference(kind));
        return (part, validation) -> {
            names.validate(part, validation);
            if (part instanceof Listing list) {
                rejectEmpty(list, validation);
                rejectRepeatedNames(list, validation);
            }
        };
    }

    /** Requires that no two records have the same values for these keys. */
    Items uniqueBy(String... keys) {
        identities.add(List.of(keys));
        return this;
    }

    @Override
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Listing list)) {
            validation.report(part, "is not a list");
            return;
        }
        list.items().forEach(item -> type.validate(item, validation));
        identities.forEach(keys -> rejectDuplicates(list, keys, validation));
    }

    private static void rejectDuplicates(Listing list, List<String> keys, Validation validation) {
        Map<List<String>, Fields> known = new HashMap<>();
        for (Part item : list.items()) {
            if (item instanceof Fields fields && keys.stream().allMatch(fields::has)) {
                rejectDuplicate(fields, keys, known, validation);
            }
        }
    }

    private static void rejectDuplicate(
            Fields fields, List<String> keys, Map<List<String>, Fields> known, Validation validation) {
        List<String> identity =
                keys.stream().map(fields::optionalText).filter(Objects::nonNull).toList();
        Fields duplicate = identity.size() < keys.size() ? null : known.putIfAbsent(identity, fields);
        if (duplicate != null) {
            validation.report(fields, "has the same " + String.join(" and ", keys) + " as " + duplicate.place());
        }
    }

    private static void rejectEmpty(Listing list, Validation validation) {
        if (list.items().isEmpty()) {
            validation.report(list, "is an empty list: omit the key if the value is unknown");
        }
    }

    private static void rejectRepeatedNames(Listing list, Validation validation) {
        Set<String> known = new HashSet<>();
        for (Part item : list.items()) {
            if (item instanceof Text text && !known.add(text.value())) {
                validation.report(text, "names " + text.value() + " twice");
            }
        }
    }
}
