package dev.rangefinder.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a client wants. All that one filter says must hold; {@code and}, {@code or} and {@code not} combine several.
 *
 * @param <F> the filter itself
 */
public interface Filter<F extends Filter<F>> {

    /** Filters that must all hold. */
    @Nullable List<F> and();

    /** Filters of which at least one must hold. */
    @Nullable List<F> or();

    /** A filter that must not hold. */
    @Nullable F not();

    /** Says in SQL what this filter asks of a row, leaving {@code and}, {@code or} and {@code not} aside. */
    void restrict(Restriction rows);
}
