package dev.rangefinder.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hierarchy of records of one list, which refer to their parents by name.
 *
 * @param list the key of the list in the file
 * @param nameKey the key of a record's name
 * @param parents the names of the parents of a record
 */
record Hierarchy(String list, String nameKey, Function<Fields, Stream<Text>> parents) implements Rule {

    static final Hierarchy OF_CITATIONS = new Hierarchy("citations", "key", listed("basedOn"));
    static final Hierarchy OF_MARKETS = new Hierarchy("markets", "code", listed("parents"));
    static final Hierarchy OF_BRANDS = new Hierarchy(
            "brands", "slug", brand -> brand.records("ownerships").stream().flatMap(single("owner")));
    static final Hierarchy OF_PARTNERSHIPS = new Hierarchy("partnerships", "slug", single("succeeds"));
    static final Hierarchy OF_DEVICES = new Hierarchy("devices", "slug", single("series"));

    private static Function<Fields, Stream<Text>> listed(String key) {
        return fields -> fields.texts(key).stream();
    }

    private static Function<Fields, Stream<Text>> single(String key) {
        return fields -> fields.parts().get(key) instanceof Text text ? Stream.of(text) : Stream.empty();
    }

    /** Reports records that are their own ancestors. */
    @Override
    public void validate(Fields file, Validation validation) {
        Map<String, Fields> records = byName(file);
        for (Fields child : records.values()) {
            parents.apply(child).forEach(parent -> rejectCycle(child, parent, records, validation));
        }
    }

    private Map<String, Fields> byName(Fields file) {
        return file.records(list).stream()
                .filter(fields -> fields.optionalText(nameKey) != null)
                .collect(Collectors.toMap(
                        fields -> fields.text(nameKey),
                        fields -> fields,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private void rejectCycle(Fields child, Text parent, Map<String, Fields> records, Validation validation) {
        String name = child.text(nameKey);
        List<String> path = path(parent.value(), name, records);
        if (!path.isEmpty()) {
            validation.report(parent, MistakeCode.CYCLE, "forms a cycle: " + name + " in " + String.join(" in ", path));
        }
    }

    /** A shortest path up from a record to another one; empty when there is none. */
    private List<String> path(String from, String to, Map<String, Fields> records) {
        Map<String, List<String>> paths = new HashMap<>(Map.of(from, List.of(from)));
        Deque<String> pending = new ArrayDeque<>(List.of(from));
        while (!pending.isEmpty() && !paths.containsKey(to)) {
            String next = pending.remove();
            Stream.ofNullable(records.get(next))
                    .flatMap(parents)
                    .map(Text::value)
                    .forEach(parent -> {
                        if (!paths.containsKey(parent)) {
                            List<String> path = new ArrayList<>(paths.get(next));
                            path.add(parent);
                            paths.put(parent, path);
                            pending.add(parent);
                        }
                    });
        }
        return paths.getOrDefault(to, List.of());
    }

    /** The records of a valid file, each after its parents, otherwise in the order of the file. */
    List<Fields> parentsFirst(Fields file) {
        Map<String, Fields> pending = byName(file);
        List<Fields> ordered = new ArrayList<>();
        while (!pending.isEmpty()) {
            List<Fields> next = pending.values().stream()
                    .filter(child -> parents.apply(child).noneMatch(parent -> pending.containsKey(parent.value())))
                    .toList();
            ordered.addAll(next);
            next.forEach(child -> pending.remove(child.text(nameKey)));
        }
        return ordered;
    }
}
