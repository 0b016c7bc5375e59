package dev.rangefinder.store;

import dev.rangefinder.filter.Grouping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property by whose values the rows of a connection can be counted: a component of their filter, or of the filter for related
 * rows.
 *
 * @param name its name in the schema
 * @param description its description in the schema
 * @param path the names of the components that lead to it: one, or two for a property of related rows
 */
public record Facet(String name, String description, List<String> path, Grouping grouping, FacetSource source) {

    /**
     * The filter for the rows of a group, as a client would send it.
     *
     * @param group the value of the group; null for the rows without one
     */
    Map<String, Object> filter(@Nullable String group) {
        if (path.size() == 1) {
            return condition(0, group == null ? grouping.unknown() : grouping.operators(group));
        }
        if (group != null) {
            return condition(0, Map.of("some", condition(1, grouping.operators(group))));
        }
        Map<String, Object> known = grouping.known();
        return condition(0, Map.of("none", known.isEmpty() ? known : condition(1, known)));
    }

    private Map<String, Object> condition(int component, Map<String, Object> operators) {
        return Map.of(path.get(component), operators);
    }
}
