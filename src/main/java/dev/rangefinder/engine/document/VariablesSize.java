package dev.rangefinder.engine.document;

import graphql.GraphQLError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits the number and nesting of the values in variables. */
final class VariablesSize {

    private VariablesSize() {}

    /** Returns an error when the values are too many or nested too deeply. */
    static List<GraphQLError> check(Map<String, Object> variables, Limits limits) {
        return valuesIn(variables, 0, limits.values()) <= limits.values()
                ? List.of()
                : List.of(DocumentSize.tooLarge("The variables have too many values: the limit is " + limits.values()
                        + ", and " + SelectionMeasure.MAX_NESTING + " levels of nesting."));
    }

    /** Returns the number of values, or more than the limit if they are nested too deeply. */
    private static int valuesIn(@Nullable Object value, int depth, int limit) {
        int values = depth > SelectionMeasure.MAX_NESTING ? limit + 1 : 1;
        for (Object item : itemsOf(value)) {
            values += values > limit ? 0 : valuesIn(item, depth + 1, limit);
        }
        return values;
    }

    private static Collection<?> itemsOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.values();
        }
        return value instanceof Collection<?> list ? list : List.of();
    }
}
