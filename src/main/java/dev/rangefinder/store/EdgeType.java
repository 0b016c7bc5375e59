package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.Keyed;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the edges and connections of a relation are created.
 *
 * @param columns the columns with the data of the edge itself
 * @param edge creates an edge from these columns
 * @param connection creates an empty connection
 */
record EdgeType<N extends Keyed, C extends Connection<N>>(
        List<TableColumn> columns, RowReader<Edge<N>> edge, Supplier<C> connection) {

    /** Edges without data of their own. */
    static <N extends Keyed> EdgeType<N, Connection<N>> plain() {
        return new EdgeType<>(List.of(), (row, first) -> new Edge<>(), Connection::new);
    }

    /** The columns of the edge, in a SELECT clause before those of the row. */
    String select() {
        StringBuilder select = new StringBuilder();
        columns.forEach(column -> select.append(column).append(", "));
        return select.toString();
    }

    /** The number of these columns. */
    int width() {
        return columns.size();
    }
}
