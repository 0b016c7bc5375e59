package dev.rangefinder.federation;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.scalar.Surrogates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How another subgraph refers to an object: by its type and at least one of its keys.
 *
 * @param keys the values of its keys by the names of the fields, in the order of {@link EntityType#keys}
 */
record Representation(EntityType type, Map<String, String> keys) {

    private static final String TYPENAME = "__typename";

    /**
     * What is found by one statement.
     *
     * @param field the key that the objects are found by
     */
    record KeySet(EntityType type, String field) {}

    /**
     * Reads a representation.
     *
     * @param path its path in the arguments, for error messages
     * @throws InputException when it is malformed
     */
    static Representation of(String path, @Nullable Object value, Map<String, EntityType> types) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw invalid(path, "is not an object.");
        }
        if (!(fields.get(TYPENAME) instanceof String name)) {
            throw invalid(path, "has no `" + TYPENAME + "` that is a string.");
        }
        EntityType type = types.get(name);
        if (type == null) {
            throw invalid(path, "has a `" + TYPENAME + "` that is no entity of this subgraph: `" + name + "`.");
        }
        return new Representation(type, keysOf(path, fields, type));
    }

    private static Map<String, String> keysOf(String path, Map<?, ?> fields, EntityType type) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String key : type.keys()) {
            if (fields.containsKey(key)) {
                keys.put(key, text(path + '.' + key, fields.get(key)));
            }
        }
        String all = type.keys().stream().collect(Collectors.joining("`, `", "`", "`"));
        if (keys.isEmpty()) {
            throw invalid(path, "has no key of `" + type.name() + "`: " + all + '.');
        }
        for (Object field : fields.keySet()) {
            if (!field.equals(TYPENAME) && !keys.containsKey(field)) {
                throw invalid(path, "has a field that is no key of `" + type.name() + "`: `" + field + "`.");
            }
        }
        return keys;
    }

    private static String text(String path, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw invalid(path, "is not a string.");
        }
        int character = Surrogates.unstorable(text);
        if (character >= 0) {
            throw invalid(path, "has an invalid character at position " + character + '.');
        }
        return text;
    }

    private static InputException invalid(String path, String mistake) {
        return new InputException(ErrorCode.BAD_USER_INPUT, '`' + path + "` " + mistake);
    }

    /** The statement that finds its object. */
    KeySet keySet() {
        return new KeySet(type, keys.keySet().iterator().next());
    }

    /** The value that its object is found by. */
    String value() {
        return keys.values().iterator().next();
    }

    /** Selects its object from those that were found; null when none of them has all of its keys. */
    @Nullable Keyed select(Map<String, ? extends Keyed> found) {
        Keyed object = found.get(value());
        return object != null && keys.entrySet().stream().allMatch(key -> isKeyOf(object, key)) ? object : null;
    }

    private boolean isKeyOf(Keyed object, Map.Entry<String, String> key) {
        return keySet().field().equals(key.getKey()) || type.matches(object, key.getKey(), key.getValue());
    }
}
