package dev.rangefinder.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one value from a row. */
@FunctionalInterface
interface ColumnReader {

    /** Reads the value at a position. */
    @Nullable Object read(ResultSet row, int position) throws SQLException;

    /** The readers of types that need no annotation. */
    Map<Class<?>, ColumnReader> READERS = Map.of(
            String.class,
            ResultSet::getString,
            BigDecimal.class,
            ResultSet::getBigDecimal,
            boolean.class,
            ResultSet::getBoolean,
            Boolean.class,
            (row, position) -> orNull(row, row.getBoolean(position)),
            Integer.class,
            (row, position) -> orNull(row, row.getInt(position)),
            Long.class,
            (row, position) -> orNull(row, row.getLong(position)),
            Instant.class,
            (row, position) -> row.getObject(position, OffsetDateTime.class).toInstant(),
            List.class,
            (row, position) -> List.of((String[]) row.getArray(position).getArray()));

    /** Returns the reader of a field, by its JPA annotations. */
    static ColumnReader of(Field field) {
        Convert convert = field.getAnnotation(Convert.class);
        if (convert != null) {
            return converting(convert.converter());
        }
        if (field.getType().isEnum()) {
            return constantOf(field);
        }
        return isListOfConstants(field) ? constantsOf(field) : readerOf(field.getType());
    }

    private static ColumnReader readerOf(Class<?> type) {
        ColumnReader reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException("No column can be read into " + type);
        }
        return reader;
    }

    @SuppressWarnings("unchecked") // the type of the column is that of the parameter
    private static ColumnReader converting(Class<?> type) {
        try {
            AttributeConverter<?, Object> converter =
                    (AttributeConverter<?, Object>) type.getConstructor().newInstance();
            ColumnReader column = readerOf(Stream.of(type.getMethods())
                    .filter(method -> method.getName().equals("convertToEntityAttribute") && !method.isBridge())
                    .findFirst()
                    .orElseThrow()
                    .getParameterTypes()[0]);
            return (row, position) -> converter.convertToEntityAttribute(column.read(row, position));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No converter " + type, e);
        }
    }

    private static boolean isListOfConstants(Field field) {
        return field.getType() == List.class && itemOf(field).isEnum();
    }

    private static Class<?> itemOf(Field list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    /** Reads a list of enum constants by their names. */
    private static ColumnReader constantsOf(Field field) {
        Map<Object, Enum<?>> constants = constants(itemOf(field), true);
        return (row, position) -> Stream.of((String[]) row.getArray(position).getArray())
                .map(name -> constant(field, constants, name))
                .toList();
    }

    /** Reads an enum constant by name or by ordinal, depending on {@link Enumerated}. */
    private static ColumnReader constantOf(Field field) {
        Enumerated enumerated = field.getAnnotation(Enumerated.class);
        boolean named = enumerated != null && enumerated.value() == EnumType.STRING;
        Map<Object, Enum<?>> constants = constants(field.getType(), named);
        ColumnReader column = readerOf(named ? String.class : Integer.class);
        return (row, position) -> {
            Object value = column.read(row, position);
            return value == null ? null : constant(field, constants, value);
        };
    }

    private static Map<Object, Enum<?>> constants(Class<?> type, boolean named) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .collect(Collectors.toMap(
                        constant -> named ? constant.name() : (Object) constant.ordinal(), Function.identity()));
    }

    private static Enum<?> constant(Field field, Map<Object, Enum<?>> constants, Object value) {
        Enum<?> constant = constants.get(value);
        if (constant == null) {
            throw new IllegalStateException(field + " has no constant " + value);
        }
        return constant;
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }
}
