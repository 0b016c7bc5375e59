package dev.rangefinder.catalogue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A list of different values. It is never empty: without values, its key is omitted.
 *
 * @param type the type of each value
 */
record ValueList(Type type) implements Type {

    @Override
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Listing list)) {
            validation.report(part, MistakeCode.WRONG_TYPE, "is not a list");
            return;
        }
        if (list.items().isEmpty()) {
            validation.report(list, MistakeCode.EMPTY_LIST, "is an empty list: omit the key if the value is unknown");
        }
        list.items().forEach(item -> type.validate(item, validation));
        rejectRepeatedValues(list, validation);
    }

    private static void rejectRepeatedValues(Listing list, Validation validation) {
        Set<String> known = new HashSet<>();
        for (Part item : list.items()) {
            if (item instanceof Text text && !known.add(text.value())) {
                validation.report(text, MistakeCode.DUPLICATE, "names " + text.value() + " twice");
            }
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", type.schema(), "minItems", 1, "uniqueItems", true);
    }
}
