package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The format of a record: its keys, their types, and the rules between them. */
final class Shape implements Type {

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, Default> defaults = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable Table table;

    /** The value that a record has without the key, if the condition holds. */
    private record Default(String value, Predicate<Fields> condition) {}

    Shape required(String key, Type type) {
        required.add(key);
        return optional(key, type);
    }

    Shape optional(String key, Type type) {
        types.put(key, type);
        return this;
    }

    Shape optional(String key, Type type, String defaultValue) {
        return optional(key, type, defaultValue, fields -> true);
    }

    Shape optional(String key, Type type, String defaultValue, Predicate<Fields> condition) {
        defaults.put(key, new Default(defaultValue, condition));
        return optional(key, type);
    }

    Shape rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Stores each record in a table of its own. Without one, the keys are columns in the table of the record around it. */
    Shape storedIn(Table table) {
        this.table = table;
        return this;
    }

    Table table() {
        return Objects.requireNonNull(table);
    }

    Set<String> keys() {
        return types.keySet();
    }

    /** The types of all keys, in the order of the format. */
    Map<String, Type> types() {
        return types;
    }

    boolean requires(String key) {
        return required.contains(key);
    }

    /** The value that a record has without the key. */
    Optional<String> defaultOf(String key, Fields fields) {
        return Optional.ofNullable(defaults.get(key))
                .filter(value -> value.condition().test(fields))
                .map(Default::value);
    }

    /** The value that a record has without the key, whatever its condition; null when there is none. */
    @Nullable String declaredDefault(String key) {
        return Optional.ofNullable(defaults.get(key)).map(Default::value).orElse(null);
    }

    @Override
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Fields fields)) {
            validation.report(part, MistakeCode.WRONG_TYPE, "is not a record; a record has the keys " + names());
            return;
        }
        fields.parts().forEach((key, value) -> validate(key, value, validation));
        required.forEach(key -> reportIfMissing(key, fields, validation));
        rules.forEach(rule -> rule.validate(fields, validation));
    }

    /**
     * Reports every mistake in a change of a stored record.
     *
     * @param sent the keys that change
     * @param whole the record after the change
     */
    void validateChange(Fields sent, Fields whole, Validation validation) {
        sent.parts().forEach((key, value) -> validate(key, value, validation));
        required.stream()
                .filter(key -> types.get(key) != EvidenceFormat.CLAIMS)
                .forEach(key -> reportIfMissing(key, whole, validation));
        rules.forEach(rule -> rule.validate(whole, validation));
    }

    private static void reportIfMissing(String key, Fields fields, Validation validation) {
        if (!fields.has(key)) {
            validation.report(fields, key, MistakeCode.MISSING_KEY, "is missing");
        }
    }

    private void validate(String key, Part value, Validation validation) {
        Type type = types.get(key);
        if (type == null) {
            validation.report(value, MistakeCode.UNKNOWN_KEY, "is an unknown key; the keys are " + names());
            return;
        }
        type.validate(value, validation);
    }

    private String names() {
        return String.join(", ", types.keySet());
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        types.forEach((key, type) -> properties.put(key, property(key, type)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("required", List.copyOf(required));
        schema.put("properties", properties);
        return schema;
    }

    private Map<String, Object> property(String key, Type type) {
        Map<String, Object> schema = new LinkedHashMap<>(type.schema());
        Optional.ofNullable(declaredDefault(key)).ifPresent(value -> schema.put("default", value));
        return schema;
    }
}
