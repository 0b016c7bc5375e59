package dev.rangefinder.catalogue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds which keys of the format, and which constants of its enums, a file does not have. Those of claims are found in any of them. */
final class FormatCoverage {

    private final Set<String> declared = new TreeSet<>();
    private final Set<String> found = new LinkedHashSet<>();

    /** Adds a part of a file with its type. */
    void add(Type type, Part part) {
        declare(type, "");
        find(part, "");
    }

    private void declare(Type type, String path) {
        if (type instanceof Definition definition) {
            declare(definition.type(), '/' + definition.name());
        } else if (type instanceof Items list) {
            declare(list.shape(), path);
        } else if (type instanceof ValueList list) {
            declare(list.type(), path);
        } else if (type instanceof Shape shape) {
            shape.types().forEach((key, value) -> declareKey(shape, path + '/' + key, key, value));
        } else if (type instanceof Value value && value.schema().get("enum") instanceof Collection<?> constants) {
            constants.forEach(constant -> declared.add(path + '=' + constant));
        }
    }

    private void declareKey(Shape shape, String path, String key, Type type) {
        if (type != StatedProperties.INSTANCE) {
            declared.add(path);
            declare(type, path);
            declared.remove(path + '=' + shape.declaredDefault(key)); // written by leaving the key out
        }
    }

    private void find(Part part, String path) {
        List<Part> items = part instanceof Listing list ? list.items() : List.of();
        items.forEach(item -> find(item, path));
        if (part instanceof Fields fields) {
            fields.parts().forEach((key, value) -> {
                found.add(path + '/' + key);
                find(value, key.equals(EvidenceFormat.CLAIMS.name()) ? '/' + key : path + '/' + key);
            });
        } else if (part instanceof Text text) {
            found.add(path + '=' + text.value());
        }
    }

    Set<String> missing() {
        Set<String> missing = new TreeSet<>(declared);
        missing.removeAll(found);
        return missing;
    }
}
