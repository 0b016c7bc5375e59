package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a record must look like: which keys it has, what stands under each, and how they go together. */
final class Shape implements Type {

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Rule> rules = new ArrayList<>();

    Shape required(String key, Type type) {
        required.add(key);
        return optional(key, type);
    }

    Shape optional(String key, Type type) {
        types.put(key, type);
        return this;
    }

    Shape rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    @Override
    public void inspect(Part part, Inspection inspection) {
        if (!(part instanceof Fields fields)) {
            inspection.complain(part, "is not a record with keys; its keys can be " + keys());
            return;
        }
        fields.parts().forEach((key, value) -> inspect(key, value, inspection));
        required.stream()
                .filter(key -> !fields.has(key))
                .forEach(key -> inspection.complain(fields, key, "is missing"));
        rules.forEach(rule -> rule.inspect(fields, inspection));
    }

    private void inspect(String key, Part value, Inspection inspection) {
        Type type = types.get(key);
        if (type == null) {
            inspection.complain(value, "is an unknown key; the keys are " + keys());
            return;
        }
        type.inspect(value, inspection);
    }

    private String keys() {
        return String.join(", ", types.keySet());
    }
}
