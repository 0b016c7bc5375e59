package dev.rangefinder.engine;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a field needs for its arguments until the operation ends, because its connections keep their filters and
 * statements. A short document can have many fields with the same long arguments, in variables or in fragments.
 */
final class ArgumentMemory {

    /** Approximate memory of an input object, with the conditions that are derived from it. */
    private static final long OBJECT_BYTES = 700;

    /** Approximate memory of a character in a text: several texts are derived from it. */
    private static final long CHARACTER_BYTES = 8;

    /** Approximate memory of any other value, and of a text without its characters. */
    private static final long VALUE_BYTES = 50;

    private ArgumentMemory() {}

    /** The approximate number of bytes for a coerced value. */
    static long of(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return OBJECT_BYTES + of(fields.values().stream());
        }
        if (value instanceof Collection<?> items) {
            return VALUE_BYTES + of(items.stream());
        }
        return VALUE_BYTES + (value instanceof String text ? CHARACTER_BYTES * text.length() : 0);
    }

    private static long of(Stream<?> values) {
        return values.mapToLong(ArgumentMemory::of).sum();
    }
}
