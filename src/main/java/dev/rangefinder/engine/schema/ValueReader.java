package dev.rangefinder.engine.schema;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Surrogates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Converts inputs that graphql-java has coerced to Java values. Input objects become records. */
@FunctionalInterface
interface ValueReader {

    /**
     * Converts a value.
     *
     * @param path the path of the input, for error messages
     */
    Object read(String path, Object value);

    /** Returns the reader for a type. */
    static ValueReader of(BoundType type) {
        Class<?> raw = type.raw();
        if (raw == List.class) {
            return ofList(of(type.within(List.class.getTypeParameters()[0])));
        }
        if (raw.isRecord()) {
            return new RecordReader(type);
        }
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            return (path, value) -> constantOf(constants, value);
        }
        return raw == String.class ? ValueReader::readText : (path, value) -> value;
    }

    private static ValueReader ofList(ValueReader item) {
        return (path, value) -> {
            List<Object> values = new ArrayList<>();
            for (Object one : (Iterable<?>) value) {
                values.add(item.read(path + '[' + values.size() + ']', one));
            }
            return values;
        };
    }

    private static Object constantOf(Object[] constants, Object value) {
        return Arrays.stream(constants)
                .filter(constant ->
                        constant == value || ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("graphql-java let " + value + " through"));
    }

    private static Object readText(String path, Object value) {
        int invalid = Surrogates.unstorable((String) value);
        if (invalid >= 0) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT, "`" + path + "` has an invalid character at position " + invalid + '.');
        }
        return value;
    }
}
