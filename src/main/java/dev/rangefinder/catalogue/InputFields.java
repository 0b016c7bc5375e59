package dev.rangefinder.catalogue;

import dev.rangefinder.node.GlobalId;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the input of a mutation as the fields of a record, as if it stood in a file. Instead of lines, its parts have the paths of
 * the input fields.
 */
final class InputFields {

    /** The path of the argument. */
    static final String INPUT = "input";

    /** The keys whose values are names of records. */
    private static final Set<String> REFERENCES = Stream.concat(StoredTable.ALL.stream(), StoredTable.EVIDENCE.stream())
            .flatMap(table -> table.references().stream())
            .filter(key -> key.reference().scope() == null)
            .map(StoredTable.ReferenceKey::key)
            .collect(Collectors.toUnmodifiableSet());

    private final StoredNames names;
    private final Set<String> cleared = new HashSet<>();

    /**
     * Creates a reader.
     *
     * @param names resolves global IDs to names
     */
    InputFields(StoredNames names) {
        this.names = names;
    }

    /** The components of an input that a format has as keys. */
    Fields read(Record input, Shape format) {
        Fields all = fields(INPUT, input);
        Map<String, Part> parts = new LinkedHashMap<>(all.parts());
        parts.keySet().retainAll(format.keys());
        cleared.retainAll(format.keys());
        List<String> emptyLists = parts.keySet().stream()
                .filter(key -> format.types().get(key) instanceof ValueList)
                .filter(key -> all.texts(key).isEmpty())
                .toList();
        cleared.addAll(emptyLists);
        parts.keySet().removeAll(emptyLists);
        return new Fields(INPUT, 0, parts);
    }

    /** The keys of the input that are sent as null, or as an empty list of values. */
    Set<String> cleared() {
        return cleared;
    }

    private Fields fields(String path, Record input) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (RecordComponent component : input.getClass().getRecordComponents()) {
            String key = component.getName();
            Object value = valueOf(component, input);
            if (value instanceof Optional<?> sent && sent.isEmpty()) {
                cleared.add(key);
            } else if (value != null) {
                parts.put(key, part(path + '.' + key, key, value));
            }
        }
        return new Fields(path, 0, parts);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record input) {
        try {
            return component.getAccessor().invoke(input);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a readable input: " + input.getClass(), e);
        }
    }

    private Part part(String path, String key, Object value) {
        if (value instanceof Optional<?> sent) {
            return part(path, key, sent.get());
        }
        if (value instanceof Record record) {
            return fields(path, record);
        }
        return value instanceof List<?> items ? listing(path, key, items) : new Text(path, 0, text(key, value));
    }

    /** In a file the word for all properties is not in a list. */
    private Part listing(String path, String key, List<?> items) {
        if (key.equals("states") && items.equals(List.of(EvidenceRule.ALL))) {
            return new Text(path, 0, EvidenceRule.ALL);
        }
        List<Part> parts = new ArrayList<>();
        for (Object item : items) {
            parts.add(part(path + '[' + parts.size() + ']', key, item));
        }
        return new Listing(path, 0, parts);
    }

    private String text(String key, Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        return REFERENCES.contains(key)
                ? GlobalId.parse(text).flatMap(names::nameOf).orElse(text)
                : text;
    }
}
