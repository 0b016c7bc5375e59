package dev.rangefinder.sql;

import dev.rangefinder.admission.OverloadException;
import dev.rangefinder.admission.Turn;
import dev.rangefinder.memory.OperationMemory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One state of the database, for one operation: a single connection in a single REPEATABLE READ read-only transaction,
 * which the first statement opens. It belongs to the thread that opened it and must be closed. On a replica it may turn out
 * to be {@linkplain UnfitException of no use}; then all of it is read once more, on the primary.
 */
public final class Snapshot implements AutoCloseable {

    /** Rows that are not those of an operation alone: of others that look rows up together with it. */
    private static final int ROWS_BESIDE = 1_000;

    private static final Logger LOG = Logger.getLogger(Snapshot.class);
    private static final ThreadLocal<@Nullable Snapshot> CURRENT = new ThreadLocal<>();

    private final DataSource primary;
    private final SessionSettings settings;
    private final @Nullable Turn turn;
    private final ToLongFunction<String> sizes;
    private final DatabaseTime time = new DatabaseTime();
    private @Nullable Replica replica;
    private boolean secondTry;
    private volatile @Nullable Session session;
    private volatile boolean cancelled;
    private volatile boolean exhausted;
    private @Nullable DatabaseException failure;
    private int statements;
    private int mostRows = Integer.MAX_VALUE;
    private long waited;
    private boolean expectingLast;
    private @Nullable Prelude<?> prelude;
    private @Nullable Object state;
    private @Nullable Wanted wanted;
    private Companions companions = new Companions();
    private @Nullable OperationMemory memory;
    private final Map<String, Object> results = new HashMap<>();

    /** A statement without parameters that runs in front of the first one, and tells the state of the database. */
    private record Prelude<S>(Sql sql, State<S> state, Consumer<S> listener) {

        @SuppressWarnings("unchecked") // snapshots that share a statement are of one kind
        void tell(Object found) {
            listener.accept((S) found);
        }
    }

    private Snapshot(
            DataSource primary,
            SessionSettings settings,
            @Nullable Replica replica,
            @Nullable Turn turn,
            ToLongFunction<String> sizes) {
        this.primary = primary;
        this.settings = settings;
        this.turn = turn;
        this.sizes = sizes;
        this.replica = replica;
    }

    /**
     * Opens the snapshot of this thread. No connection is taken before the first statement.
     *
     * @param replica what is read; null stands for the primary
     * @param turn waits for those who read before; null stands for a snapshot that waits for nobody
     * @param sizes tells how many rows a table has
     */
    static Snapshot open(
            DataSource primary,
            SessionSettings settings,
            @Nullable Replica replica,
            @Nullable Turn turn,
            ToLongFunction<String> sizes) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("This thread reads another snapshot already.");
        }
        Snapshot snapshot = new Snapshot(primary, settings, replica, turn, sizes);
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
        Prelude<?> first = prelude;
        prelude = null;
        try {
            read(sessionToUse(), sql, first, row);
        } catch (SQLException e) {
            failure = failureOf(e);
            throw failure;
        } catch (DatabaseException e) {
            failure = e;
            throw e;
        }
    }

    /** Whether it will be one statement, so that others may do with the same. */
    boolean isOneStatement() {
        return expectingLast && session == null && prelude != null && failure == null && !cancelled;
    }

    /** What its first statement told of the {@linkplain #beginWith state} of the database. */
    Object state() {
        return state;
    }

    /** Takes what another snapshot has read for this one; nothing happens where it has read itself. */
    void adopt(Object found, Companions along) {
        Prelude<?> first = prelude;
        prelude = null;
        companions = along;
        try {
            if (first != null) {
                first.tell(found);
            }
        } catch (UnfitException e) {
            failure = e;
            throw e;
        }
    }

    private DatabaseException failureOf(SQLException cause) {
        FailureKind kind = FailureKind.of(cause);
        Session open = session;
        if (open != null && kind.spoilsSession()) {
            open.spoil();
        }
        if (cancelled) {
            DatabaseException failed = new DatabaseException(cause);
            return exhausted && failed.isCancelled() ? new ExhaustedException(cause) : failed;
        }
        if (replica != null) {
            return replica.failed(cause);
        }
        return open != null && kind.deservesSecondTry() && !secondTry
                ? new UnfitException(cause)
                : new DatabaseException(cause);
    }

    private Session sessionToUse() throws SQLException {
        if (cancelled) {
            throw new SQLException("The operation was cancelled.", "57014");
        }
        Session open = session;
        if (open == null) {
            awaitTurn();
            open = newSession();
            session = open;
        }
        return open;
    }

    private void awaitTurn() {
        Turn.pause();
        if (turn == null) {
            return;
        }
        long start = System.nanoTime();
        try {
            turn.beginReading();
        } catch (OverloadException e) {
            throw new BusyException(e);
        } finally {
            waited += System.nanoTime() - start;
        }
    }

    private Session newSession() throws SQLException {
        if (replica != null) {
            return new Session(replica.connect(), settings);
        }
        return secondTry ? Session.fresh(primary, settings) : new Session(primary.getConnection(), settings);
    }

    private void read(Session open, Sql sql, @Nullable Prelude<?> first, Row row) throws SQLException {
        String text = first == null ? sql.text() : first.sql.text() + ';' + sql.text();
        try (PreparedStatement statement = open.prepare(text, expectingLast)) {
            open.started(statement);
            sql.bind(statement);
            statement.setMaxRows(mostRows);
            statements++;
            time.started();
            try {
                open.execute(statement);
            } finally {
                time.finished();
            }
            if (replica != null) {
                replica.answered();
            }
            if (first != null) {
                readAll(statement, one -> state = first.state.read(one));
                first.tell(state);
                statement.getMoreResults();
            }
            if (readAll(statement, row) == mostRows) {
                throw new RowLimitException(mostRows);
            }
        } finally {
            open.finished();
        }
    }

    private static int readAll(PreparedStatement statement, Row row) throws SQLException {
        int rows = 0;
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                row.read(result);
                rows++;
            }
        }
        return rows;
    }

    /** Reads the state of the database. */
    @FunctionalInterface
    public interface State<S> {
        /** Reads it from the row that the result is at. */
        S read(ResultSet result) throws SQLException;
    }

    /**
     * Asks for the state of the database together with the first statement that follows: on that very state, and in the same
     * round trip. Where no statement follows it is not asked for.
     *
     * @param sql a query for one row, without parameters
     * @param listener is told the state before the rows of that statement
     */
    public <S> void beginWith(Sql sql, State<S> state, Consumer<S> listener) {
        prelude = new Prelude<>(sql, state, listener);
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

    /** The earliest revision with which it is of use: on the primary any, and on a replica one that is not too late. */
    public long earliest() {
        return replica == null ? 0 : replica.earliest();
    }

    /** Whether it failed in a way that another session may do without. */
    boolean deservesSecondTry() {
        return replica == null && !secondTry && !(failure instanceof OutdatedException);
    }

    /** Forgets what was read. The next statement opens another snapshot, on the primary. */
    void startOver() {
        secondTry |= deservesSecondTry();
        giveBack();
        session = null;
        replica = null;
        failure = null;
        prelude = null;
        wanted = null;
        companions = new Companions();
        results.clear();
        expectingLast = false;
    }

    /** Whether so many rows at the most may be read by the last statement, which gives all of its rows at once. */
    public boolean isFewRows(long rows) {
        return rows <= Session.ROWS_AT_A_TIME;
    }

    /** Counts what is read as memory of an operation. */
    public void readInto(OperationMemory operation) {
        memory = operation;
    }

    /** Counts the memory of one row. */
    void use(long bytes) {
        if (memory != null) {
            memory.use(bytes);
        }
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

    /**
     * Says how many rows each statement from here on may give. PostgreSQL stops where there are a few more, and that is a
     * {@link RowLimitException}.
     */
    public void limitRows(long most) {
        mostRows = (int) Math.min(most, Integer.MAX_VALUE - ROWS_BESIDE) + ROWS_BESIDE;
    }

    /** What will be read; null stands for all of it. */
    public @Nullable Wanted wanted() {
        return wanted;
    }

    /** The rows that came along with others. */
    Companions companions() {
        return companions;
    }

    /** Has no further statement run. Called by any thread, and never blocks: {@link #interrupt} ends the one that runs. */
    public void cancel() {
        cancelled = true;
    }

    /** What a statement gave to whoever asked for it first. */
    @SuppressWarnings("unchecked") // equal statements are read in one way
    public <T> T once(Sql sql, Supplier<T> read) {
        return (T) results.computeIfAbsent(sql.toString(), asked -> read.get());
    }

    /** How many rows a table has, about. */
    public long sizeOf(String table) {
        return sizes.applyAsLong(table);
    }

    /**
     * Says how long the database can work on the next statement at most, in nanoseconds. Of those that are cheap nothing needs
     * to be said.
     */
    public void expect(long nanoseconds) {
        time.expect(nanoseconds);
    }

    /**
     * {@linkplain #cancel Cancels} it when the database has worked on it for longer than a limit, in nanoseconds. Called by any
     * thread.
     */
    public void cancelBeyond(long limit) {
        if (!cancelled && time.exceeds(limit)) {
            exhausted = true;
            cancelled = true;
        }
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Tells PostgreSQL to end the statement that runs, if any. Called by another thread, again and again for as long as
     * there is one, because a statement that is about to start does not hear of it.
     */
    public void interrupt() {
        end(Session::interrupt);
    }

    /**
     * Gives the connection up, for a server that does not even hear that it shall cancel. What waits for an answer fails.
     * Called by another thread.
     */
    public void abandon() {
        end(Session::abandon);
    }

    /** A way to end what a session does. */
    private interface End {
        void of(Session session) throws SQLException;
    }

    private void end(End end) {
        Session open = session;
        try {
            if (open != null) {
                end.of(open);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** How many nanoseconds it has waited for its turn. */
    public long waited() {
        return waited;
    }

    /** How many statements were run so far. */
    public int statements() {
        return statements;
    }

    /** Ends the transaction and gives the connection back. */
    @Override
    public void close() {
        CURRENT.remove();
        giveBack();
    }

    private void giveBack() {
        Session open = session;
        try {
            if (open != null) {
                open.giveBack();
            }
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", e);
        } finally {
            if (turn != null) {
                turn.endReading();
            }
        }
    }
}
