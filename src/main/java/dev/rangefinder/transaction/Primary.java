package dev.rangefinder.transaction;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The primary server.
 *
 * @param asOf the connections that read as of another moment
 * @param fresh whether each session is validated and has no prepared statements, for a retry
 */
record Primary(DataSource source, DataSource asOf, boolean fresh) implements ReadTarget {

    @Override
    public Session connect(SessionSettings settings, DatabaseSchema schema) throws SQLException {
        return new Session(lease(schema.isOfMoments() ? asOf : source, settings), settings, schema);
    }

    private ConnectionLease lease(DataSource pool, SessionSettings settings) throws SQLException {
        return fresh ? ConnectionLease.fresh(pool, settings) : ConnectionLease.of(pool.getConnection());
    }

    @Override
    public void recordSuccess() {
        // The primary has no state to update
    }

    @Override
    public DatabaseException recordFailure(SQLException cause, boolean connected) {
        return connected && !fresh && FailureKind.of(cause).isRetryable()
                ? new UnusableException(cause)
                : new DatabaseException(cause);
    }

    @Override
    public long minimumRevision() {
        return 0;
    }

    @Override
    public boolean isReplica() {
        return false;
    }
}
