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
 * What the edges of a relation are made of.
 *
 * @param column the column with what belongs to the edge and not to the node; null when there is none
 * @param edge makes an edge of the text in that column
 * @param connection makes an empty page
 */
record EdgeType<N extends Keyed, C extends Connection<N>>(
        @Nullable String column, Function<@Nullable String, Edge<N>> edge, Supplier<C> connection) {

    /** Edges that have nothing of their own. */
    static <N extends Keyed> EdgeType<N, Connection<N>> plain() {
        return new EdgeType<>(null, none -> new Edge<>(), Connection::new);
    }

    /** The columns of the edge, as a SELECT clause has them in front of those of the row. */
    String select() {
        return column == null ? "" : column + ", ";
    }

    /** How many columns that are. */
    int width() {
        return column == null ? 0 : 1;
    }

    /** Makes an edge of a row, whose columns of the edge start at a position. */
    Edge<N> read(ResultSet row, int first) throws SQLException {
        return edge.apply(column == null ? null : row.getString(first));
    }
}
