package dev.rangefinder.store;

import java.util.List;

/**
 * The values of a facet of one connection.
 *
 * @param values the most frequent values first, or the latest years; the missing one is the last
 * @param more whether there are more values than requested
 */
public record FacetValues(Facet facet, List<FacetValue> values, boolean more) {}
