package dev.rangefinder.store;

import java.util.List;

/**
 * The facets of a connection that a client requests.
 *
 * @param by the facets, each once
 * @param excludingOwn whether each facet counts the rows that match the filter without the conditions of the facet itself
 * @param first the maximum number of values of a facet, besides the missing one
 */
public record FacetRequest(List<Facet> by, boolean excludingOwn, int first) {}
