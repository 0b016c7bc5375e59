package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A query for the state of the database, which runs in front of the first statement of a transaction, in the same round trip. */
final class StateQuery<S> {

    private final Sql sql;
    private final RowMapper<S> mapper;
    private final Consumer<S> listener;
    private @Nullable S state;
    private boolean pending = true;

    /**
     * A query that has not been run.
     *
     * @param sql gives one row, and has no parameters
     * @param mapper reads the state from that row
     * @param listener is told the state before the rows of the other statement are read
     */
    StateQuery(Sql sql, RowMapper<S> mapper, Consumer<S> listener) {
        this.sql = sql;
        this.mapper = mapper;
        this.listener = listener;
    }

    boolean isPending() {
        return pending;
    }

    /** The text of both statements. */
    String inFrontOf(Sql first) {
        pending = false;
        return sql.text() + ';' + first.text();
    }

    /** Reads the state, and goes on to the result of the other statement. */
    void read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            state = mapper.map(row);
        }
        listener.accept(state);
        statement.getMoreResults();
    }

    /** Takes the state that a query of another transaction has found. */
    @SuppressWarnings("unchecked") // transactions that share a statement ask for states of one kind
    void adopt(Object found) {
        pending = false;
        listener.accept((S) found);
    }

    /** The state that was found. */
    @Nullable S state() {
        return state;
    }
}
