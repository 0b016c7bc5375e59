package dev.rangefinder.engine;

import dev.rangefinder.mutation.ApplyMutation;
import dev.rangefinder.relay.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field that determine how many objects it has.
 *
 * @param values the coerced values of all arguments
 */
record ListArguments(Map<String, Object> values) {

    /** The objects that a router of Apollo Federation looks up. */
    static final String REPRESENTATIONS = "representations";

    /** The highest number of items of its page, or of the lists in its result. */
    long page() {
        if (values.get("changes") instanceof Collection<?> changes) {
            return Math.min(changes.size(), ApplyMutation.MAXIMUM); // more are rejected before any is made
        }
        Object size = values.get("first") != null ? values.get("first") : values.get("last");
        return size instanceof Integer number && number > 0
                ? Math.min(number, PageRequest.MAXIMUM)
                : PageRequest.DEFAULT;
    }

    /** The number of items of a list without pages; a default unless the arguments list them. */
    long list(int otherwise) {
        Object listed = values.getOrDefault("by", values.getOrDefault("ids", values.get(REPRESENTATIONS)));
        return listed instanceof Collection<?> items ? items.size() : otherwise;
    }

    /** The number of objects that a router looks up, whether they exist or not. */
    long representations() {
        return values.get(REPRESENTATIONS) instanceof Collection<?> representations ? representations.size() : 0;
    }

    /** The number of values in the filter. */
    long conditions() {
        return valuesIn(values.get("filter"));
    }

    private static long valuesIn(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return valuesIn(fields.values().stream());
        }
        if (value instanceof Collection<?> items) {
            return valuesIn(items.stream());
        }
        return value == null ? 0 : 1;
    }

    private static long valuesIn(Stream<?> values) {
        return values.mapToLong(ListArguments::valuesIn).sum();
    }
}
