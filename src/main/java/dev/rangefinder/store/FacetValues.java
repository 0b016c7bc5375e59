package dev.rangefinder.store;

import dev.rangefinder.filter.Grouping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a facet of one connection.
 *
 * @param values the most frequent values first, or the latest years; the missing one is the last
 * @param more whether there are more values than requested
 */
public record FacetValues(Facet facet, List<FacetValue> values, boolean more) {

    /** The earliest of the counted dates; null if the facet counts no dates. */
    public @Nullable String earliest() {
        return hasDates() ? values.get(0).lowest() : null;
    }

    /** The latest of the counted dates; null if the facet counts no dates. */
    public @Nullable String latest() {
        return hasDates() ? values.get(0).highest() : null;
    }

    private boolean hasDates() {
        return facet.grouping() == Grouping.YEAR && !values.isEmpty();
    }
}
