package dev.rangefinder.store;

import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Maps a column of a table to a field of an entity, by the JPA annotations of the field. */
record Column(String name, Field field, ColumnReader reader) {

    static Column of(Field field) {
        field.setAccessible(true);
        return new Column(nameOf(field), field, ColumnReader.of(field));
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
