package dev.rangefinder.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps a column of a table to a field of an entity, by the JPA annotations of the field. */
record Column(String name, Field field, Reader reader) {

    /** Reads one value from a row. */
    @FunctionalInterface
    interface Reader {
        @Nullable Object read(ResultSet row, int position) throws SQLException;
    }

    private static final Map<Class<?>, Reader> READERS = Map.of(
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
            (row, position) -> orNull(row, row.getLong(position)));

    static Column of(Field field) {
        field.setAccessible(true);
        return new Column(nameOf(field), field, readerOf(field));
    }

    /** The name of the field. */
    String property() {
        return field.getName();
    }

    private static String nameOf(Field field) {
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return snakeCase(column == null || column.name().isEmpty() ? field.getName() : column.name());
    }

    /** Converts a name like Hibernate's PhysicalNamingStrategySnakeCaseImpl. */
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])(?=[a-z0-9])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Reader readerOf(Field field) {
        Convert convert = field.getAnnotation(Convert.class);
        if (convert != null) {
            return converting(convert.converter());
        }
        return field.getType().isEnum() ? constantOf(field) : readerOf(field.getType());
    }

    private static Reader readerOf(Class<?> type) {
        Reader reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException("No column can be read into " + type);
        }
        return reader;
    }

    @SuppressWarnings("unchecked") // the type of the column is that of the parameter
    private static Reader converting(Class<?> type) {
        try {
            AttributeConverter<?, Object> converter =
                    (AttributeConverter<?, Object>) type.getConstructor().newInstance();
            Reader column = readerOf(Stream.of(type.getMethods())
                    .filter(method -> method.getName().equals("convertToEntityAttribute") && !method.isBridge())
                    .findFirst()
                    .orElseThrow()
                    .getParameterTypes()[0]);
            return (row, position) -> converter.convertToEntityAttribute(column.read(row, position));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No converter " + type, e);
        }
    }

    /** Reads an enum constant by name or by ordinal, depending on {@link Enumerated}. */
    private static Reader constantOf(Field field) {
        Enumerated enumerated = field.getAnnotation(Enumerated.class);
        boolean named = enumerated != null && enumerated.value() == EnumType.STRING;
        Map<Object, Enum<?>> constants = Stream.of(field.getType().getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .collect(Collectors.toMap(
                        constant -> named ? constant.name() : (Object) constant.ordinal(), Function.identity()));
        Reader column = readerOf(named ? String.class : Integer.class);
        return (row, position) -> {
            Object value = column.read(row, position);
            Enum<?> constant = value == null ? null : constants.get(value);
            if (value != null && constant == null) {
                throw new IllegalStateException(field + " has no constant " + value);
            }
            return constant;
        };
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    /** Reads the value of a row into an entity, and returns the length of the value if it is a string, else 0. */
    int read(ResultSet row, int position, Object entity) throws SQLException {
        Object value = reader.read(row, position);
        try {
            field.set(entity, value);
            return value instanceof String text ? text.length() : 0;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("No access to " + field, e);
        }
    }

    @Nullable Object valueIn(Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("No access to " + field, e);
        }
    }
}
