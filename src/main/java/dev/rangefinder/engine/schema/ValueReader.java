package dev.rangefinder.engine.schema;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Surrogates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the Java value of an input out of what graphql-java coerced. Input objects become records. */
@FunctionalInterface
interface ValueReader {

    /**
     * Makes the value.
     *
     * @param path where the input is, for messages
     */
    Object read(String path, Object value);

    /** Makes values of a type. */
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
        String text = (String) value;
        int nothing = text.indexOf(0);
        int half = Surrogates.unpaired(text);
        if (nothing >= 0 || half >= 0) {
            // The first of both; -1 as the greatest number is none
            int first = Integer.compareUnsigned(nothing, half) < 0 ? nothing : half;
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`" + path + "` has a character that is no text, at position " + first + '.');
        }
        return text;
    }
}
