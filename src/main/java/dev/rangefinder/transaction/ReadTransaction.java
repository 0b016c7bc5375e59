package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A read-only transaction with isolation level REPEATABLE READ, so that all statements see one snapshot. The first statement
 * opens it. When it turns out to be {@linkplain UnusableException unusable}, the operation continues with another one.
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

    /** Whether this transaction reads a replica. */
    public boolean isOnReplica() {
        return target.isReplica();
    }

    /** The moment that it reads; null for the present. */
    public @Nullable Moment moment() {
        return target instanceof MomentTarget asOf ? asOf.moment() : null;
    }

    /** The part of the transaction that other threads can observe and cancel. */
    public RunningRead running() {
        return running;
    }

    /** The earliest revision that may be read: 0 on the primary, and on a replica one within the allowed lag. */
    public long minimumRevision() {
        return target.minimumRevision();
    }

    /** The failure after which no statement is run; empty as long as none has failed. */
    public Optional<DatabaseException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Queries the state of the database in the same snapshot and round trip as the first statement that follows. If no statement
     * follows, the query is not run.
     *
     * @param sql a query for one row; as of a moment, the one that opens it is run instead
     * @param listener receives the state before the rows of that statement are read
     */
    public <S> void beginWith(Sql sql, RowMapper<S> mapper, Consumer<S> listener) {
        stateQuery = new StateQuery<>(target.opening(sql), mapper, listener);
    }

    /** Runs the last statement of an operation. */
    public void readLast(Sql sql, RowCallback callback) {
        read(sql, FetchPlan.LAST, callback);
    }

    /** Whether no statement has run and the state query is pending, so that the state of another transaction can be adopted. */
    boolean isAboutToBegin() {
        return session == null && pendingQuery() != null && failure == null && !running.isCancelled();
    }

    private @Nullable StateQuery<?> pendingQuery() {
        return stateQuery != null && stateQuery.isPending() ? stateQuery : null;
    }

    /** The state that was read with the first statement; null when there was no query for it. */
    public @Nullable Object state() {
        return stateQuery == null ? null : stateQuery.state();
    }

    /** Adopts the state that another transaction has read, unless this one has read its own. */
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

    /** Runs a statement. After one has failed, no other is run, because PostgreSQL has aborted the transaction. */
    void read(Sql sql, FetchPlan plan, RowCallback callback) {
        if (failure != null) {
            throw failure;
        }
        try {
            read(sessionToUse(), sql, plan, callback);
        } catch (SQLException e) {
            failure = describe(e);
            throw failure;
        } catch (DatabaseException e) {
            failure = e;
            throw e;
        }
    }

    private DatabaseException describe(SQLException cause) {
        if (session != null && FailureKind.of(cause).invalidatesSession()) {
            session.invalidate();
        }
        return running.isCancelled() ? running.failure(cause) : target.recordFailure(cause, session != null);
    }

    private Session sessionToUse() throws SQLException {
        running.checkNotCancelled();
        if (session == null) {
            session = running.connect(target);
        }
        return session;
    }

    private void read(Session open, Sql sql, FetchPlan plan, RowCallback callback) throws SQLException {
        StateQuery<?> query = pendingQuery();
        int maxRows = plan.maxRows();
        Sql whole = query == null ? sql : query.followedBy(sql);
        try (PreparedStatement statement = open.prepare(whole.text(), plan.last())) {
            open.started(statement);
            whole.bind(statement);
            statement.setMaxRows(maxRows);
            running.execute(open, statement);
            target.recordSuccess();
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
