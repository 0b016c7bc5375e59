package dev.rangefinder.sql;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
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

/** A column of a table and the field of the entity that holds it, as the annotations of JPA say. */
record Column(String name, Field field, Reader reader) {

    /** Reads one value out of a row. */
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

    /** The field of the entity. */
    String property() {
        return field.getName();
    }

    private static String nameOf(Field field) {
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return column == null || column.name().isEmpty() ? snakeCase(field.getName()) : column.name();
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Reader readerOf(Field field) {
        Convert convert = field.getAnnotation(Convert.class);
        if (convert != null) {
            return converting(convert.converter());
        }
        if (field.getType().isEnum()) {
            return constantOf(field.getType());
        }
        Reader reader = READERS.get(field.getType());
        if (reader == null) {
            throw new IllegalStateException("No column can be read into " + field);
        }
        return reader;
    }

    @SuppressWarnings("unchecked") // the columns of this service are converted from text
    private static Reader converting(Class<?> converter) {
        try {
            AttributeConverter<?, String> from =
                    (AttributeConverter<?, String>) converter.getConstructor().newInstance();
            return (row, position) -> from.convertToEntityAttribute(row.getString(position));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No converter " + converter, e);
        }
    }

    private static Reader constantOf(Class<?> type) {
        Map<String, ?> constants = Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        return (row, position) -> {
            String name = row.getString(position);
            return name == null ? null : constants.get(name);
        };
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    /** Reads the value of a row into an entity, and gives the number of its characters, if it is a text. */
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
