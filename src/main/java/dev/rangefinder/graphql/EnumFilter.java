package dev.rangefinder.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operators for a closed set of values.
 *
 * @param <V> the set
 */
public interface EnumFilter<V extends Enum<V>> extends Operators {

    /** Is exactly this. */
    @Nullable V eq();

    /** Is one of these. */
    @Nullable List<V> in();

    @Override
    default void restrict(Restriction rows, String expression) {
        if (eq() != null) {
            rows.exactly(expression + " = ?", eq().name());
        }
        if (in() != null) {
            rows.and(expression + " = any (?)", (Object)
                    in().stream().map(Enum::name).toArray(String[]::new));
        }
    }
}
