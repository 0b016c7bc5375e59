package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.Keyed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the edges and connections of a relation are created.
 *
 * @param column the column with the data of the edge itself; null when there is none
 * @param edge creates an edge from the text in that column
 * @param connection creates an empty connection
 */
record EdgeType<N extends Keyed, C extends Connection<N>>(
        @Nullable String column, Function<@Nullable String, Edge<N>> edge, Supplier<C> connection) {

    /** Edges without data of their own. */
    static <N extends Keyed> EdgeType<N, Connection<N>> plain() {
        return new EdgeType<>(null, none -> new Edge<>(), Connection::new);
    }

    /** The column of the edge, in a SELECT clause before those of the row. */
    String select() {
        return column == null ? "" : column + ", ";
    }

    /** The number of these columns. */
    int width() {
        return column == null ? 0 : 1;
    }

    /** Creates an edge from a row, whose columns of the edge start at a position. */
    Edge<N> read(ResultSet row, int first) throws SQLException {
        return edge.apply(column == null ? null : row.getString(first));
    }
}
