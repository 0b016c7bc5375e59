package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchy of records of one list, which refer to their parents by name.
 *
 * @param list the key of the list in the file
 * @param nameKey the key of a record's name
 * @param parentKey the key of the name of its parent
 */
record Hierarchy(String list, String nameKey, String parentKey) implements Rule {

    static final Hierarchy OF_MARKETS = new Hierarchy("markets", "code", "parent");
    static final Hierarchy OF_BRANDS = new Hierarchy("brands", "slug", "parent");
    static final Hierarchy OF_DEVICES = new Hierarchy("devices", "slug", "series");

    /** Reports records that are their own ancestors. */
    @Override
    public void validate(Fields file, Validation validation) {
        Map<String, String> parents = new HashMap<>();
        file.records(list).forEach(child -> addParent(child, parents));
        file.records(list).forEach(child -> validate(child, parents, validation));
    }

    private void addParent(Fields child, Map<String, String> parents) {
        String name = child.optionalText(nameKey);
        String parent = child.optionalText(parentKey);
        if (name != null && parent != null) {
            parents.putIfAbsent(name, parent);
        }
    }

    private void validate(Fields child, Map<String, String> parents, Validation validation) {
        String name = child.optionalText(nameKey);
        List<String> path = ancestors(name, parents);
        if (name != null && child.has(parentKey) && path.contains(name)) {
            validation.report(child, parentKey, "forms a cycle: " + name + " in " + String.join(" in ", path));
        }
    }

    /** The parent, its parent and so on, until a record has no parent or is repeated. */
    private static List<String> ancestors(@Nullable String name, Map<String, String> parents) {
        Set<String> ancestors = new LinkedHashSet<>();
        String parent = parents.get(name);
        while (parent != null && ancestors.add(parent)) {
            parent = parents.get(parent);
        }
        return List.copyOf(ancestors);
    }

    /** The records of a valid file, each after its ancestors, otherwise in the order of the file. */
    List<Fields> parentsFirst(Fields file) {
        Map<String, Fields> records = new LinkedHashMap<>();
        file.records(list).forEach(child -> records.put(child.text(nameKey), child));
        Map<String, Fields> ordered = new LinkedHashMap<>();
        records.values().stream()
                .flatMap(child -> lineage(child, records).stream())
                .forEach(next -> ordered.putIfAbsent(next.text(nameKey), next));
        return List.copyOf(ordered.values());
    }

    /** The ancestors of a record from the root down, and the record itself. */
    private List<Fields> lineage(Fields child, Map<String, Fields> records) {
        List<Fields> lineage = new ArrayList<>();
        for (Fields next = child; next != null; next = records.get(next.optionalText(parentKey))) {
            lineage.add(0, next);
        }
        return lineage;
    }
}
