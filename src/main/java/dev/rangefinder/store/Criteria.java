package dev.rangefinder.store;

import dev.rangefinder.filter.Filter;
import dev.rangefinder.relay.Keyed;

/**
 * What a client asks of the rows of one table. All of it must hold; a {@link Filter} combines several.
 *
 * @param <T> the entity of the rows
 */
public interface Criteria<T extends Keyed> {

    /** Says in SQL what is asked of a row. */
    void restrict(FilterCompiler<T> rows);
}
