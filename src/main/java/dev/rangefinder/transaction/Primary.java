package dev.rangefinder.transaction;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The database itself.
 *
 * @param fresh whether each session is one that answers, and has no statements prepared: for a second try
 */
record Primary(DataSource source, boolean fresh) implements ReadTarget {

    @Override
    public Session connect(SessionSettings settings) throws SQLException {
        return new Session(
                fresh ? ConnectionLease.fresh(source, settings) : ConnectionLease.of(source.getConnection()), settings);
    }

    @Override
    public void answered() {
        // that is what it is there for
    }

    @Override
    public DatabaseException failure(SQLException cause, boolean connected) {
        return connected && !fresh && FailureKind.of(cause).deservesSecondTry()
                ? new UnusableException(cause)
                : new DatabaseException(cause);
    }

    @Override
    public long earliest() {
        return 0;
    }

    @Override
    public boolean isReplica() {
        return false;
    }
}
