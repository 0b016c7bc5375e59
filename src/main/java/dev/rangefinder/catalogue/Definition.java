package dev.rangefinder.catalogue;

import java.util.Map;

/**
 * A type that others refer to by name in the JSON Schema, because it is part of many of them.
 *
 * @param name the name of the definition
 * @param type the type itself
 */
record Definition(String name, Type type) implements Type {

    @Override
    public void validate(Part part, Validation validation) {
        type.validate(part, validation);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("$ref", "#/definitions/" + name);
    }
}
