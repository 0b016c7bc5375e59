package dev.rangefinder.engine;

import dev.rangefinder.graphql.ErrorCode;
import dev.rangefinder.graphql.InputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Java value of one argument out of what graphql-java coerced. Input objects become records. Inside an input
 * object null is refused, because a client that sends it hardly means that the field were not there.
 */
final class ArgumentBinder {

    private static final String IS_NULL = "isNull";

    private final String name;
    private final BiFunction<String, Object, Object> reader;

    ArgumentBinder(String name, Type type) {
        this.name = name;
        this.reader = readerOf(type);
    }

    @Nullable Object bind(Map<String, Object> arguments) {
        Object value = arguments.get(name);
        return value == null ? null : reader.apply(name, value);
    }

    private static BiFunction<String, Object, Object> readerOf(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return listReader(list.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("Not a type for an argument: " + type);
        }
        if (plain.isRecord()) {
            return new RecordReader(plain)::read;
        }
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return (path, value) -> constantOf(constants, value);
        }
        return plain == String.class ? ArgumentBinder::readText : (path, value) -> value;
    }

    private static BiFunction<String, Object, Object> listReader(Type item) {
        BiFunction<String, Object, Object> reader = readerOf(item);
        return (path, value) -> {
            List<Object> values = new ArrayList<>();
            for (Object one : (Iterable<?>) value) {
                values.add(reader.apply(path + '[' + values.size() + ']', one));
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
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (character == 0 || Character.getType(character) == Character.SURROGATE) {
                throw new InputException(
                        ErrorCode.BAD_USER_INPUT,
                        "`" + path + "` has a character that is no text, at position " + i + '.');
            }
        }
        return text;
    }

    /** Makes records of one type. The reader of a component is looked up at its first use, because inputs may nest. */
    private static final class RecordReader {

        private final Class<?> type;
        private final RecordComponent[] components;
        private final Constructor<?> constructor;
        private final @Nullable BiFunction<String, Object, Object>[] readers;

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        RecordReader(Class<?> type) {
            this.type = type;
            this.components = type.getRecordComponents();
            this.readers = new BiFunction[components.length];
            try {
                Class<?>[] types =
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                this.constructor = type.getConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("No canonical constructor: " + type, e);
            }
        }

        Object read(String path, Object value) {
            Map<?, ?> fields = (Map<?, ?>) value;
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = readComponent(path + '.' + components[i].getName(), i, fields);
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException("Cannot make a " + type, e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot make a " + type, e);
            }
        }

        /** What asks for null, where the type has it. */
        private String orAskFor(String nulled) {
            boolean isThere =
                    Arrays.stream(components).anyMatch(one -> one.getName().equals(IS_NULL));
            return isThere && !nulled.equals(IS_NULL) ? ", or ask for `" + IS_NULL + "`." : ".";
        }

        private @Nullable Object readComponent(String path, int i, Map<?, ?> fields) {
            String name = components[i].getName();
            if (!fields.containsKey(name)) {
                return null;
            }
            Object value = fields.get(name);
            if (value == null) {
                throw new InputException(
                        ErrorCode.BAD_USER_INPUT, "`" + path + "` is null. Leave it out" + orAskFor(name));
            }
            BiFunction<String, Object, Object> reader = readers[i];
            if (reader == null) {
                reader = readerOf(components[i].getGenericType());
                readers[i] = reader;
            }
            return reader.apply(path, value);
        }
    }
}
