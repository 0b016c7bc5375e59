package dev.rangefinder.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The columns of rows that are inserted by one statement, whose parameters are the arrays of their values. */
final class ArrayColumns<R> {

    private final List<Column<R>> columns = new ArrayList<>();

    private record Column<R>(String type, Function<R, @Nullable Object> value) {}

    /** Adds the next column, of an SQL type. */
    ArrayColumns<R> of(String type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(type, value));
        return this;
    }

    /** Executes the statement for some rows, and returns the number of rows that it inserts. */
    int insert(String sql, List<R> rows) {
        return Panache.getEntityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> insert(connection, sql, rows));
    }

    private int insert(Connection connection, String sql, List<R> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Column<R> column = columns.get(i);
                Object[] values = rows.stream().map(column.value).toArray();
                insert.setArray(i + 1, connection.createArrayOf(column.type, values));
            }
            return insert.executeUpdate();
        }
    }
}
