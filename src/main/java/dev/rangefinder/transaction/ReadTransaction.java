package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One state of the database: a single connection in a single REPEATABLE READ read-only transaction, which the first statement
 * opens. It may turn out to be {@linkplain UnusableException unusable}; then another one takes its place.
 */
public final class ReadTransaction {

    private final ReadTarget target;
    private final RunningRead running;
    private @Nullable Session session;
    private @Nullable DatabaseException failure;
    private @Nullable StateQuery<?> stateQuery;

    ReadTransaction(ReadTarget target, RunningRead running) {
        this.target = target;
        this.running = running;
    }

    ReadTarget target() {
        return target;
    }

    /** Whether it reads a replica. */
    public boolean isOnReplica() {
        return target.isReplica();
    }

    /** What other threads see of it. */
    public RunningRead running() {
        return running;
    }

    /** The earliest revision with which it is of use: on the primary any, and on a replica one that is not too late. */
    public long earliest() {
        return target.earliest();
    }

    /** Why no statement is run any more; empty as long as none has failed. */
    public Optional<DatabaseException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Why it is unusable; null when it is not. */
    @Nullable UnusableException unusable() {
        return failure instanceof UnusableException unusable ? unusable : null;
    }

    /**
     * Asks for the state of the database together with the first statement that follows: on that very state, and in the same
     * round trip. Where no statement follows it is not asked for.
     *
     * @param sql a query for one row, without parameters
     * @param listener is told the state before the rows of that statement
     */
    public <S> void beginWith(Sql sql, RowMapper<S> mapper, Consumer<S> listener) {
        stateQuery = new StateQuery<>(sql, mapper, listener);
    }

    /** Runs the only statement of an operation, or the last one. */
    public void readLast(Sql sql, RowCallback callback) {
        read(sql, FetchPlan.LAST, callback);
    }

    /** Whether nothing has been read yet but the state is to be, so that the state of another transaction may do. */
    boolean isAboutToBegin() {
        return session == null && pendingQuery() != null && failure == null && !running.isCancelled();
    }

    private @Nullable StateQuery<?> pendingQuery() {
        return stateQuery != null && stateQuery.isPending() ? stateQuery : null;
    }

    /** The state that was found in front of the first statement; null when there was no query for it. */
    public @Nullable Object state() {
        return stateQuery == null ? null : stateQuery.state();
    }

    /** Takes the state that another transaction has found; nothing happens where this one has read itself. */
    void adopt(Object state) {
        StateQuery<?> query = pendingQuery();
        try {
            if (query != null) {
                query.adopt(state);
            }
        } catch (UnusableException e) {
            failure = e;
            throw e;
        }
    }

    /** Runs a statement. After one that failed none is run any more, because PostgreSQL has aborted the transaction. */
    void read(Sql sql, FetchPlan plan, RowCallback callback) {
        if (failure != null) {
            throw failure;
        }
        try {
            read(sessionToUse(), sql, plan, callback);
        } catch (SQLException e) {
            failure = failureOf(e);
            throw failure;
        } catch (DatabaseException e) {
            failure = e;
            throw e;
        }
    }

    private DatabaseException failureOf(SQLException cause) {
        if (session != null && FailureKind.of(cause).spoilsSession()) {
            session.spoil();
        }
        return running.isCancelled() ? running.failure(cause) : target.failure(cause, session != null);
    }

    private Session sessionToUse() throws SQLException {
        running.check();
        if (session == null) {
            session = running.connect(target);
        }
        return session;
    }

    private void read(Session open, Sql sql, FetchPlan plan, RowCallback callback) throws SQLException {
        StateQuery<?> query = pendingQuery();
        int maxRows = plan.maxRows();
        String text = query == null ? sql.text() : query.inFrontOf(sql);
        try (PreparedStatement statement = open.prepare(text, plan.last())) {
            open.started(statement);
            sql.bind(statement);
            statement.setMaxRows(maxRows);
            running.execute(open, statement);
            target.answered();
            if (query != null) {
                query.read(statement);
            }
            if (Session.readAll(statement, callback) == maxRows) {
                throw new RowLimitException(maxRows);
            }
        } finally {
            open.finished();
        }
    }
}
