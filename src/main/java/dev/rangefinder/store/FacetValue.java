package dev.rangefinder.store;

import dev.rangefinder.relay.Count;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a facet, with the number of rows that have it.
 *
 * @param value the value as clients send it; null for the rows without one
 * @param key the key of the object that the value refers to; null if it is no reference
 */
public record FacetValue(
        Facet facet, @Nullable String value, @Nullable Long key, Count count) {

    /** The filter for these rows, as clients send it. */
    public Map<String, Object> filter() {
        return facet.filter(value);
    }

    /** The table of the object that the value refers to; null if it is no reference. */
    public @Nullable EntityTable<?> table() {
        return facet.source().referenced();
    }
}
