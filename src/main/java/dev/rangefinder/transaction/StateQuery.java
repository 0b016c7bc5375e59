package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A query for the state of the database that runs with the first statement of a transaction, in the same round trip. */
final class StateQuery<S> {

    private final Sql sql;
    private final RowMapper<S> mapper;
    private final Consumer<S> listener;
    private @Nullable S state;
    private boolean pending = true;

    /**
     * Creates a pending query.
     *
     * @param sql returns one row
     * @param mapper reads the state from that row
     * @param listener receives the state before the rows of the other statement are read
     */
    StateQuery(Sql sql, RowMapper<S> mapper, Consumer<S> listener) {
        this.sql = sql;
        this.mapper = mapper;
        this.listener = listener;
    }

    boolean isPending() {
        return pending;
    }

    /** Returns this query followed by the first statement. */
    Sql followedBy(Sql first) {
        pending = false;
        return Sql.of("").add(sql).add(";").add(first);
    }

    /** Reads the state, and moves to the result of the other statement. */
    void read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            state = mapper.map(row);
        }
        listener.accept(state);
        statement.getMoreResults();
    }

    /** Adopts the state that another transaction has read. */
    @SuppressWarnings("unchecked") // transactions that share a statement read states of one type
    void adopt(Object found) {
        pending = false;
        listener.accept((S) found);
    }

    @Nullable S state() {
        return state;
    }
}
