package dev.rangefinder.store;

import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns and the constructor of an entity.
 *
 * @param columns the column of each property, beginning with the key
 * @param <T> the entity
 */
record EntityColumns<T>(Class<T> type, Map<String, Column> columns, Constructor<T> constructor) {

    static final String KEY = "key";

    /** A native image contains the entries of all entities, and needs no reflection on classes at run time. */
    private static final Map<Class<?>, EntityColumns<?>> CACHE = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // the class is the key of its columns
    static <T> EntityColumns<T> of(Class<T> entity) {
        return (EntityColumns<T>) CACHE.computeIfAbsent(entity, EntityColumns::read);
    }

    private static <T> EntityColumns<T> read(Class<T> entity) {
        Map<String, Column> columns = new LinkedHashMap<>();
        declaredBy(entity).forEach(column -> columns.put(column.property(), column));
        try {
            return new EntityColumns<>(entity, columns, entity.getConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("No public constructor without parameters: " + entity, e);
        }
    }

    private static List<Column> declaredBy(Class<?> entity) {
        List<Column> columns = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (isColumn(field)) {
                    columns.add(Column.of(field));
                }
            }
        }
        columns.sort(Comparator.comparing(column -> !column.property().equals(KEY)));
        return columns;
    }

    private static boolean isColumn(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isAnnotationPresent(Transient.class)
                && !field.getName().startsWith("$");
    }

    /** The name of the table. */
    String table() {
        Table named = type.getAnnotation(Table.class);
        return Column.snakeCase(named == null || named.name().isEmpty() ? type.getSimpleName() : named.name());
    }

    List<Column> all() {
        return List.copyOf(columns.values());
    }

    Set<String> properties() {
        return columns.keySet();
    }

    /**
     * The column of a property.
     *
     * @throws IllegalArgumentException when there is none
     */
    Column column(String property) {
        Column column = columns.get(property);
        if (column == null) {
            throw new IllegalArgumentException(type + " has no property " + property);
        }
        return column;
    }

    /** The value of a property of a row; also null when the entity has no such property. */
    @Nullable Object valueOf(Object row, String property) {
        Column column = columns.get(property);
        return column == null ? null : column.valueIn(row);
    }
}
