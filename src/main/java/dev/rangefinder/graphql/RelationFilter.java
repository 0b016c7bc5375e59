package dev.rangefinder.graphql;

import org.jspecify.annotations.Nullable;

/**
 * Which rows a client wants, by the rows that a relation leads to.
 *
 * @param <F> the filter of the rows there
 */
public interface RelationFilter<F extends Filter<F>> {

    /** At least one row there must pass this filter. */
    @Nullable F some();

    /** No row there may pass this filter. */
    @Nullable F none();
}
