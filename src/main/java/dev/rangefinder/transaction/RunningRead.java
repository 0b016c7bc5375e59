package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the database does for one operation. Statements run one after another, on the thread of the operation; other threads may
 * look on, and end it.
 */
public final class RunningRead {

    private static final Logger LOG = Logger.getLogger(RunningRead.class);

    private final SessionSettings settings;
    private final ReadPermit permit;
    private final DatabaseTime time = new DatabaseTime();
    private int statements;
    private volatile @Nullable Session session;
    private volatile boolean cancelled;
    private volatile boolean exhausted;

    RunningRead(SessionSettings settings, ReadPermit permit) {
        this.settings = settings;
        this.permit = permit;
    }

    /** Says how long the database can work on the next statement at most, in nanoseconds. */
    void expect(long nanoseconds) {
        time.expect(nanoseconds);
    }

    /** Makes sure that statements may be run. */
    void check() throws SQLException {
        if (cancelled) {
            throw new SQLException("The operation was cancelled.", "57014");
        }
    }

    /** Opens a session, for which it may have to wait. */
    Session connect(ReadTarget target) throws SQLException {
        permit.acquire();
        Session open = target.connect(settings);
        session = open;
        return open;
    }

    void execute(Session open, PreparedStatement statement) throws SQLException {
        statements++;
        time.started();
        try {
            open.execute(statement);
        } finally {
            time.finished();
        }
    }

    /** Gives the session back, if there is one, and lets others read. */
    void disconnect() {
        Session open = session;
        try {
            if (open != null) {
                open.giveBack();
            }
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", e);
        } finally {
            session = null;
            permit.release();
        }
    }

    /** How many nanoseconds it has waited for others. */
    public long waited() {
        return permit.waited();
    }

    /** How many statements were run so far. */
    public int statements() {
        return statements;
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** What a failure means once it was cancelled. */
    DatabaseException failure(SQLException cause) {
        DatabaseException failure = new DatabaseException(cause);
        return exhausted && failure.isCancelled() ? new ExhaustedException(cause) : failure;
    }

    /** Has no further statement run. Called by any thread, and never blocks: {@link #interrupt} ends the one that runs. */
    public void cancel() {
        cancelled = true;
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
}
