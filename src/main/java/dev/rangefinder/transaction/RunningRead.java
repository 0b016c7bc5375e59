package dev.rangefinder.transaction;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The database work of one operation. Its statements run sequentially on the thread of the operation; other threads may observe
 * and cancel it.
 */
public final class RunningRead {

    private static final Logger LOG = Logger.getLogger(RunningRead.class);

    private final SessionSettings settings;
    private final ReadPermit permit;
    private final DatabaseTime time = new DatabaseTime();
    private int statements;
    private boolean excludedFromCaches;
    private volatile @Nullable Session session;
    private volatile boolean cancelled;
    private volatile boolean exhausted;

    RunningRead(SessionSettings settings, ReadPermit permit) {
        this.settings = settings;
        this.permit = permit;
    }

    /** Adds the upper bound of the database time of the next statement, in nanoseconds. */
    void expect(long nanoseconds) {
        time.expect(nanoseconds);
    }

    void checkNotCancelled() throws SQLException {
        if (cancelled) {
            throw new SQLException("The operation was cancelled.", "57014");
        }
    }

    /** Opens a session; may have to wait for a permit. */
    Session connect(ReadTarget target) throws SQLException {
        permit.acquire();
        Session open = target.connect(settings, target.schema());
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

    /** Releases the session, if any, and the permit. */
    void disconnect() {
        Session open = session;
        try {
            if (open != null) {
                open.release();
            }
        } catch (SQLException e) {
            LOG.warn("A connection could not be returned to its pool", e);
        } finally {
            session = null;
            permit.release();
        }
    }

    /** How long the operation has waited for its permit, in nanoseconds. */
    public long waited() {
        return permit.waited();
    }

    /** How many statements have been run. */
    public int statements() {
        return statements;
    }

    /** Tells that the answer depends on more than the revision. */
    public void excludeFromCaches() {
        excludedFromCaches = true;
    }

    /** Whether the answer depends on more than the revision. */
    public boolean isExcludedFromCaches() {
        return excludedFromCaches;
    }

    /** Whether the operation was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Describes a failure after the cancellation. */
    DatabaseException failure(SQLException cause) {
        DatabaseException failure = new DatabaseException(cause);
        return exhausted && failure.isCancelled() ? new ExhaustedException(cause) : failure;
    }

    /** Prevents further statements. Called by any thread, and never blocks: {@link #interrupt} ends the running statement. */
    public void cancel() {
        cancelled = true;
    }

    /** {@linkplain #cancel Cancels} the operation if its database time exceeds a limit, in nanoseconds. Called by any thread. */
    public void cancelBeyond(long limit) {
        if (!cancelled && time.exceeds(limit)) {
            exhausted = true;
            cancelled = true;
        }
    }

    /**
     * Asks PostgreSQL to cancel the running statement, if any. Called by another thread, repeatedly until the operation has
     * ended, because a cancellation does not affect a statement that is about to start.
     */
    public void interrupt() {
        apply(Session::interrupt);
    }

    /**
     * Aborts the connection when the server does not respond even to a cancellation. The running statement fails. Called by
     * another thread.
     */
    public void abort() {
        apply(Session::abort);
    }

    private interface SessionAction {
        void apply(Session session) throws SQLException;
    }

    private void apply(SessionAction action) {
        Session open = session;
        try {
            if (open != null) {
                action.apply(open);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
