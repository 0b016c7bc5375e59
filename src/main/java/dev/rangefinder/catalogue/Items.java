package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A list of records, and the keys by which they are unique. */
final class Items implements Type {

    private final Shape shape;
    private final List<List<String>> identities = new ArrayList<>();

    private Items(Shape shape) {
        this.shape = shape;
    }

    /** A list of records. */
    static Items listOf(Shape shape) {
        return new Items(shape);
    }

    /** Requires that no two records have the same values for these keys, where missing ones are the same as well. */
    Items uniqueBy(String... keys) {
        identities.add(List.of(keys));
        return this;
    }

    @Override
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Listing list)) {
            validation.report(part, MistakeCode.WRONG_TYPE, "is not a list");
            return;
        }
        list.items().forEach(item -> shape.validate(item, validation));
        identities.forEach(keys -> rejectDuplicates(list, keys, validation));
    }

    private void rejectDuplicates(Listing list, List<String> keys, Validation validation) {
        Map<List<String>, Fields> known = new HashMap<>();
        for (Part item : list.items()) {
            if (item instanceof Fields fields && isComplete(fields, keys)) {
                rejectDuplicate(fields, keys, known, validation);
            }
        }
    }

    /** Whether a record has the keys that it needs; if not, that is its mistake. */
    private boolean isComplete(Fields fields, List<String> keys) {
        return keys.stream().allMatch(key -> fields.optionalText(key) != null || !shape.requires(key));
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
