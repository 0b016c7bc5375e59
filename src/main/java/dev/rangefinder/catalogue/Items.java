package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a list must look like: what each item is, and what no two of them share. */
final class Items implements Type {

    private final Type type;
    private final List<List<String>> identities = new ArrayList<>();

    private Items(Type type) {
        this.type = type;
    }

    /** A list of records, which {@link #noTwoWithTheSame} may tell apart. */
    static Items listOf(Shape shape) {
        return new Items(shape);
    }

    /** A list of names of records of a kind, none of them twice. It is not empty, for then it would be left out. */
    static Type namesOf(String kind) {
        Items names = new Items(Value.reference(kind));
        return (part, inspection) -> {
            names.inspect(part, inspection);
            if (part instanceof Listing list) {
                refuseNone(list, inspection);
                refuseRepeatedNames(list, inspection);
            }
        };
    }

    /** No two records have the same values under these keys. */
    Items noTwoWithTheSame(String... keys) {
        identities.add(List.of(keys));
        return this;
    }

    @Override
    public void inspect(Part part, Inspection inspection) {
        if (!(part instanceof Listing list)) {
            inspection.complain(part, "is not a list");
            return;
        }
        list.items().forEach(item -> type.inspect(item, inspection));
        identities.forEach(keys -> refuseTwins(list, keys, inspection));
    }

    private static void refuseTwins(Listing list, List<String> keys, Inspection inspection) {
        Map<List<String>, Fields> known = new HashMap<>();
        for (Part item : list.items()) {
            if (item instanceof Fields fields && keys.stream().allMatch(fields::has)) {
                refuseTwin(fields, keys, known, inspection);
            }
        }
    }

    private static void refuseTwin(
            Fields fields, List<String> keys, Map<List<String>, Fields> known, Inspection inspection) {
        List<String> identity =
                keys.stream().map(fields::optionalText).filter(Objects::nonNull).toList();
        Fields twin = identity.size() < keys.size() ? null : known.putIfAbsent(identity, fields);
        if (twin != null) {
            inspection.complain(fields, "has the same " + String.join(" and ", keys) + " as " + twin.place());
        }
    }

    private static void refuseNone(Listing list, Inspection inspection) {
        if (list.items().isEmpty()) {
            inspection.complain(list, "is an empty list: leave out what is not known");
        }
    }

    private static void refuseRepeatedNames(Listing list, Inspection inspection) {
        Set<String> known = new HashSet<>();
        for (Part item : list.items()) {
            if (item instanceof Text text && !known.add(text.value())) {
                inspection.complain(text, "names " + text.value() + " twice");
            }
        }
    }
}
