package dev.rangefinder.store;

import dev.rangefinder.filter.Grouping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a facet of one connection.
 *
 * @param values the most frequent values first, or the latest years, or the lowest numbers; the missing one is the last
 * @param more whether there are more values than requested
 */
public record FacetValues(Facet facet, List<FacetValue> values, boolean more) {

    /** The earliest of the counted dates; null if the facet counts no dates. */
    public @Nullable String earliest() {
        return lowest(Grouping.YEAR);
    }

    /** The latest of the counted dates; null if the facet counts no dates. */
    public @Nullable String latest() {
        return highest(Grouping.YEAR);
    }

    /** The lowest of the counted numbers; null if the facet counts no numbers. */
    public @Nullable Integer lowestNumber() {
        String lowest = lowest(Grouping.NUMBER);
        return lowest == null ? null : Integer.valueOf(lowest);
    }

    /** The highest of the counted numbers; null if the facet counts no numbers. */
    public @Nullable Integer highestNumber() {
        String highest = highest(Grouping.NUMBER);
        return highest == null ? null : Integer.valueOf(highest);
    }

    private @Nullable String lowest(Grouping scale) {
        return has(scale) ? values.get(0).lowest() : null;
    }

    private @Nullable String highest(Grouping scale) {
        return has(scale) ? values.get(0).highest() : null;
    }

    private boolean has(Grouping scale) {
        return facet.grouping() == scale && !values.isEmpty();
    }
}
