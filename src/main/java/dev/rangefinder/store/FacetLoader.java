package dev.rangefinder.store;

import java.util.List;

/** Loads the facets of the connections of all parents of a level. */
public interface FacetLoader {

    /** The requested facets of the connection of a parent, in the order of the request. */
    List<FacetValues> facets(FacetRequest request, int parent);
}
