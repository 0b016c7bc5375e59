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
 * The records of a list that name others of the same list as what they lie in.
 *
 * @param list the key of the list in the file
 * @param nameKey the key of the name of a record
 * @param parentKey the key under which a record names the one that it lies in
 */
record Ancestry(String list, String nameKey, String parentKey) implements Rule {

    static final Ancestry OF_MARKETS = new Ancestry("markets", "code", "parent");
    static final Ancestry OF_BRANDS = new Ancestry("brands", "slug", "parent");
    static final Ancestry OF_DEVICES = new Ancestry("devices", "slug", "series");

    /** Complains about records that lie inside themselves. */
    @Override
    public void inspect(Fields file, Inspection inspection) {
        Map<String, String> parents = new HashMap<>();
        file.records(list).forEach(child -> remember(child, parents));
        file.records(list).forEach(child -> inspect(child, parents, inspection));
    }

    private void remember(Fields child, Map<String, String> parents) {
        String name = child.optionalText(nameKey);
        String parent = child.optionalText(parentKey);
        if (name != null && parent != null) {
            parents.putIfAbsent(name, parent);
        }
    }

    private void inspect(Fields child, Map<String, String> parents, Inspection inspection) {
        String name = child.optionalText(nameKey);
        List<String> path = ancestors(name, parents);
        if (name != null && child.has(parentKey) && path.contains(name)) {
            inspection.complain(child, parentKey, "lies inside itself: " + name + " in " + String.join(" in ", path));
        }
    }

    /** The parent, its parent and so on, until there is none or one comes up again. */
    private static List<String> ancestors(@Nullable String name, Map<String, String> parents) {
        Set<String> ancestors = new LinkedHashSet<>();
        String parent = parents.get(name);
        while (parent != null && ancestors.add(parent)) {
            parent = parents.get(parent);
        }
        return List.copyOf(ancestors);
    }

    /** The records of a file without mistakes, each after what it lies in, and else in the order of the file. */
    List<Fields> parentsFirst(Fields file) {
        Map<String, Fields> records = new LinkedHashMap<>();
        file.records(list).forEach(child -> records.put(child.text(nameKey), child));
        Map<String, Fields> ordered = new LinkedHashMap<>();
        records.values().stream()
                .flatMap(child -> lineage(child, records).stream())
                .forEach(next -> ordered.putIfAbsent(next.text(nameKey), next));
        return List.copyOf(ordered.values());
    }

    /** The record and all that it lies in, the outermost first. */
    private List<Fields> lineage(Fields child, Map<String, Fields> records) {
        List<Fields> lineage = new ArrayList<>();
        for (Fields next = child; next != null; next = records.get(next.optionalText(parentKey))) {
            lineage.add(0, next);
        }
        return lineage;
    }
}
