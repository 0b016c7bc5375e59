package dev.rangefinder.sql;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of a table, with all of its columns or with some of them; the key is the first in any case. What is not read stays null in the entity.
 *
 * @param <T> the entity
 */
public final class Rows<T> {

    private final Constructor<T> constructor;
    private final Column[] columns;
    private final String select;

    Rows(Constructor<T> constructor, List<Column> columns, String alias) {
        this.constructor = constructor;
        this.columns = columns.toArray(Column[]::new);
        this.select =
                columns.stream().map(column -> alias + '.' + column.name()).collect(Collectors.joining(", "));
    }

    /** The columns, as a SELECT clause names them. */
    public String select() {
        return select;
    }

    /** Reads a row whose columns start at a position. */
    public T read(ResultSet row, int first) throws SQLException {
        T entity = create();
        for (int i = 0; i < columns.length; i++) {
            columns[i].read(row, first + i, entity);
        }
        return entity;
    }

    private T create() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + constructor.getDeclaringClass(), e);
        }
    }
}
