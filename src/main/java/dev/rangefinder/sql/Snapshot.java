package dev.rangefinder.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * One state of the database, for one operation: a single connection in a single REPEATABLE READ read-only transaction,
 * which the first statement opens. It belongs to the thread that opened it and must be closed. On a replica it may turn out
 * to be {@linkplain UnfitException of no use}; then all of it is read once more, on the primary.
 */
public final class Snapshot implements AutoCloseable {

    private static final ThreadLocal<@Nullable Snapshot> CURRENT = new ThreadLocal<>();

    private final DataSource primary;
    private @Nullable Replica replica;
    private volatile @Nullable Connection connection;

    /** The same connection without the pool around it, which would wrap each result as well. */
    private @Nullable Connection driver;

    private @Nullable PreparedStatement running;
    private volatile boolean cancelled;
    private @Nullable DatabaseException failure;
    private int statements;
    private boolean expectingLast;
    private boolean over;
    private @Nullable Prelude prelude;
    private @Nullable Wanted wanted;

    /** A statement without parameters that runs in front of the first one. */
    private record Prelude(Sql sql, Row row) {}

    private Snapshot(DataSource primary, @Nullable Replica replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /**
     * Opens the snapshot of this thread. No connection is taken before the first statement.
     *
     * @param replica what is read; null stands for the primary
     */
    static Snapshot open(DataSource primary, @Nullable Replica replica) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("This thread reads another snapshot already.");
        }
        Snapshot snapshot = new Snapshot(primary, replica);
        CURRENT.set(snapshot);
        return snapshot;
    }

    /** The snapshot that this thread has opened. */
    public static Snapshot current() {
        Snapshot snapshot = CURRENT.get();
        if (snapshot == null) {
            throw new IllegalStateException("Rows are read inside an operation only.");
        }
        return snapshot;
    }

    /** What a statement does with each of its rows. */
    @FunctionalInterface
    public interface Row {
        /** Reads the row that the result is at. */
        void read(ResultSet result) throws SQLException;
    }

    /**
     * Runs a statement. After one that failed none is run any more, because PostgreSQL has given the transaction up.
     *
     * @throws DatabaseException when the database does not answer it
     */
    public void read(Sql sql, Row row) {
        if (failure != null) {
            throw failure;
        }
        Prelude first = prelude;
        prelude = null;
        try (PreparedStatement statement = prepare(first == null ? sql.text() : first.sql.text() + ';' + sql.text())) {
            over = expectingLast;
            read(statement, sql.parameters(), first, row);
        } catch (SQLException e) {
            failure = failureOf(e);
            throw failure;
        } catch (UnfitException e) {
            failure = e;
            throw e;
        }
    }

    private DatabaseException failureOf(SQLException cause) {
        return replica == null || cancelled ? new DatabaseException(cause) : replica.failed(cause);
    }

    private void read(PreparedStatement statement, List<Object> parameters, @Nullable Prelude first, Row row)
            throws SQLException {
        started(statement);
        try {
            bind(statement, parameters);
            statements++;
            statement.execute();
            if (replica != null) {
                replica.answered();
            }
            if (first != null) {
                readAll(statement, first.row);
                statement.getMoreResults();
            }
            readAll(statement, row);
        } finally {
            finished();
        }
    }

    private static void readAll(PreparedStatement statement, Row row) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                row.read(result);
            }
        }
    }

    /**
     * Runs a statement without parameters together with the first one that follows: on the same state, and in the same
     * round trip. Where no statement follows it is not run.
     */
    public void beginWith(Sql sql, Row row) {
        prelude = new Prelude(sql, row);
    }

    /** Whether a statement failed, so that none is run any more. */
    public boolean hasFailed() {
        return failure != null;
    }

    /** Why no statement is run any more; empty as long as none has failed. */
    public Optional<DatabaseException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether what it gave is of no use, so that it {@linkplain #startOver has to start over}. */
    boolean isUnfit() {
        return failure instanceof UnfitException;
    }

    /** Why it {@linkplain #isUnfit is of no use}. */
    UnfitException unfit() {
        return (UnfitException) failure;
    }

    /** Whether it is one of a replica, so that the primary may do better. */
    boolean isOnReplica() {
        return replica != null;
    }

    /** Forgets what was read. The next statement opens another snapshot, on the primary. */
    void startOver() {
        try {
            giveBack();
        } catch (SQLException e) {
            // The failure that this is about may have broken the connection as well.
        }
        connection = null;
        replica = null;
        failure = null;
        prelude = null;
        wanted = null;
        expectingLast = false;
        over = false;
    }

    /**
     * Promises that one statement at most will follow. It ends the transaction; and when it is the first one as well, it is
     * a snapshot by itself and needs none.
     */
    public void expectLastStatement() {
        expectingLast = true;
    }

    /** Says what will be read of the entities that are fetched from here on; null stands for all of it. */
    public void want(@Nullable Wanted properties) {
        wanted = properties;
    }

    @Nullable Wanted wanted() {
        return wanted;
    }

    private PreparedStatement prepare(String text) throws SQLException {
        if (cancelled) {
            throw new SQLException("The operation was cancelled.", "57014");
        }
        if (over) {
            throw new IllegalStateException("The statement before was to be the last one: " + text);
        }
        if (connection == null) {
            connection = replica == null ? primary.getConnection() : replica.connect();
            connection.setAutoCommit(expectingLast);
            driver = connection.unwrap(Connection.class);
            return driver.prepareStatement(text);
        }
        return driver.prepareStatement(expectingLast ? text + ";rollback" : text);
    }

    private synchronized void started(PreparedStatement statement) {
        running = statement;
    }

    private synchronized void finished() {
        running = null;
    }

    /** Has no further statement run. Called by any thread, and never blocks: {@link #interrupt} ends the one that runs. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Tells PostgreSQL to end the statement that runs, if any. Called by another thread, again and again for as long as
     * there is one, because a statement that is about to start does not hear of it.
     */
    public synchronized void interrupt() {
        try {
            if (running != null) {
                running.cancel();
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * Gives the connection up, for a server that does not even hear that it shall cancel. What waits for an answer fails.
     * Called by another thread.
     */
    public void abandon() {
        Connection lost = connection;
        try {
            if (lost != null) {
                // That of the pool would never come back to it
                lost.unwrap(PgConnection.class).abort(Runnable::run);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object value = parameters.get(i);
            if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else if (value instanceof long[] keys) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("bigint", boxed(keys)));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static Long[] boxed(long[] keys) {
        Long[] boxed = new Long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            boxed[i] = keys[i];
        }
        return boxed;
    }

    /** How many statements were run so far. */
    public int statements() {
        return statements;
    }

    /** Ends the transaction and gives the connection back. */
    @Override
    public void close() {
        CURRENT.remove();
        try {
            giveBack();
        } catch (SQLException e) {
            DatabaseException late = failureOf(e);
            if (!isOnReplica()) {
                throw late;
            }
            // All that was wanted of the replica has been read.
        }
    }

    private void giveBack() throws SQLException {
        if (connection == null) {
            return;
        }
        try (Connection done = connection) {
            if (!done.getAutoCommit()) {
                rollback(done);
            }
        }
    }

    /**
     * Takes no round trip when the last statement has done it already.
     *
     * <p>PostgreSQL may learn of a cancellation only after the statement, so that it hits the end of the transaction.
     */
    private void rollback(Connection done) throws SQLException {
        try {
            done.rollback();
        } catch (SQLException e) {
            if (!cancelled) {
                throw e;
            }
            done.rollback();
        }
    }
}
