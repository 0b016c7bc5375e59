package dev.rangefinder.engine.document;

import graphql.GraphQLError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the values of variables. */
final class VariablesSize {

    private VariablesSize() {}

    /** Why they are too many, or too deep inside each other, as errors; none when they are not. */
    static List<GraphQLError> check(Map<String, Object> variables, Limits limits) {
        return valuesIn(variables, 0, limits.values()) <= limits.values()
                ? List.of()
                : List.of(DocumentSize.tooLarge("The variables have too many values: " + limits.values()
                        + " are the most, and " + SelectionMeasure.NESTING + " inside each other."));
    }

    /** How many values there are, or more than the most if they are too deep inside each other. */
    private static int valuesIn(@Nullable Object value, int depth, int most) {
        int values = depth > SelectionMeasure.NESTING ? most + 1 : 1;
        for (Object item : itemsOf(value)) {
            values += values > most ? 0 : valuesIn(item, depth + 1, most);
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
