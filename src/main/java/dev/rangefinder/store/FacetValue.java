package dev.rangefinder.store;

import dev.rangefinder.relay.Count;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a facet, with the number of rows that have it.
 *
 * @param place the place of the value, from 1 on from the start of the page; 0 if it is the last one before the page
 * @param value the value as clients send it; null for the rows without one
 * @param key the key of the object that the value refers to; null if it is no reference
 * @param lowest the lowest amount in a currency or unit, or the earliest date or lowest number of all values; null if the facet has none
 * @param highest the highest amount in a currency or unit, or the latest date or highest number of all values; null if the facet has none
 */
public record FacetValue(
        Facet facet,
        int place,
        @Nullable String value,
        @Nullable Long key,
        Count count,
        @Nullable String lowest,
        @Nullable String highest) {

    /** The filter for these rows, as clients send it. */
    public Map<String, Object> filter() {
        return facet.filter(value);
    }

    /** The table of the object that the value refers to; null if it is no reference. */
    public @Nullable EntityTable<?> table() {
        return facet.source().referenced();
    }

    /** The lowest amount in a currency or unit; null if the value is neither. */
    public @Nullable BigDecimal lowestAmount() {
        return amount(lowest);
    }

    /** The highest amount in a currency or unit; null if the value is neither. */
    public @Nullable BigDecimal highestAmount() {
        return amount(highest);
    }

    private @Nullable BigDecimal amount(@Nullable String extreme) {
        return extreme == null || !facet.grouping().hasAmounts() ? null : new BigDecimal(extreme);
    }
}
