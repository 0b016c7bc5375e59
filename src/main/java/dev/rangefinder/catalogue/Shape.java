package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The format of a record: its keys, their types, and the rules between them. */
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
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Fields fields)) {
            validation.report(part, "is not a record; a record has the keys " + keys());
            return;
        }
        fields.parts().forEach((key, value) -> validate(key, value, validation));
        required.stream().filter(key -> !fields.has(key)).forEach(key -> validation.report(fields, key, "is missing"));
        rules.forEach(rule -> rule.validate(fields, validation));
    }

    private void validate(String key, Part value, Validation validation) {
        Type type = types.get(key);
        if (type == null) {
            validation.report(value, "is an unknown key; the keys are " + keys());
            return;
        }
        type.validate(value, validation);
    }

    private String keys() {
        return String.join(", ", types.keySet());
    }
}
