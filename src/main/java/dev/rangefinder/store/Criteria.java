package dev.rangefinder.store;

import dev.rangefinder.filter.Filter;
import dev.rangefinder.relay.Keyed;

/**
 * The conditions of a filter on the rows of one table, all of which must hold. A {@link Filter} combines several.
 *
 * @param <T> the entity of the rows
 */
public interface Criteria<T extends Keyed> {

    /** Adds the conditions as SQL. */
    void restrict(FilterCompiler<T> rows);
}
