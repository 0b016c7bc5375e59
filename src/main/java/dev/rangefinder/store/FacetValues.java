package dev.rangefinder.store;

import dev.rangefinder.filter.Grouping;
import dev.rangefinder.relay.PageInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a facet of one connection.
 *
 * @param values the most frequent values first, or the latest years, or the lowest numbers; the missing one is the last
 * @param pageInfo whether there are values before and after these, and the cursors of these
 * @param lowest the earliest date or the lowest number of all values; null if the facet has neither
 * @param highest the latest date or the highest number of all values; null if the facet has neither
 */
public record FacetValues(
        Facet facet,
        List<FacetValue> values,
        PageInfo pageInfo,
        @Nullable String lowest,
        @Nullable String highest) {

    /**
     * A page of values.
     *
     * @param read the values of the page, with the ones next to them, and the missing one
     * @param first the size of the page
     * @param cursor the cursor of a value
     */
    static FacetValues of(Facet facet, List<FacetValue> read, int first, Function<FacetValue, String> cursor) {
        List<FacetValue> known =
                read.stream().filter(value -> value.value() != null).toList();
        List<FacetValue> page = known.stream()
                .filter(value -> value.place() >= 1 && value.place() <= first)
                .toList();
        boolean before = known.stream().anyMatch(value -> value.place() < 1);
        boolean beyond = known.stream().anyMatch(value -> value.place() > first);
        Stream<FacetValue> missing = read.stream().filter(value -> value.value() == null);
        return new FacetValues(
                facet,
                Stream.concat(page.stream(), missing).toList(),
                new PageInfo(after -> after ? beyond : before, page.size(), value -> cursor.apply(page.get(value))),
                read.isEmpty() ? null : read.get(0).lowest(),
                read.isEmpty() ? null : read.get(0).highest());
    }

    /** The earliest of the counted dates; null if the facet counts no dates. */
    public @Nullable String earliest() {
        return isScaleOf(Grouping.YEAR) ? lowest : null;
    }

    /** The latest of the counted dates; null if the facet counts no dates. */
    public @Nullable String latest() {
        return isScaleOf(Grouping.YEAR) ? highest : null;
    }

    /** The lowest of the counted numbers; null if the facet counts no numbers. */
    public @Nullable Integer lowestNumber() {
        return isScaleOf(Grouping.NUMBER) && lowest != null ? Integer.valueOf(lowest) : null;
    }

    /** The highest of the counted numbers; null if the facet counts no numbers. */
    public @Nullable Integer highestNumber() {
        return isScaleOf(Grouping.NUMBER) && highest != null ? Integer.valueOf(highest) : null;
    }

    private boolean isScaleOf(Grouping scale) {
        return facet.grouping() == scale;
    }
}
