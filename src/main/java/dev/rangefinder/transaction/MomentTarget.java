package dev.rangefinder.transaction;

import java.sql.SQLException;

/** A server as of a moment. */
record MomentTarget(ReadTarget server, Moment moment) implements ReadTarget {

    @Override
    public Session connect(SessionSettings settings) throws SQLException {
        return server.connectAsOf(settings);
    }

    @Override
    public Session connectAsOf(SessionSettings settings) throws SQLException {
        return server.connectAsOf(settings);
    }

    @Override
    public void recordSuccess() {
        server.recordSuccess();
    }

    @Override
    public DatabaseException recordFailure(SQLException cause, boolean connected) {
        return connected && UnknownAsOfException.describes(cause)
                ? new UnknownAsOfException(cause)
                : server.recordFailure(cause, connected);
    }

    /** However far a replica lags behind: it has the moment, or fails to open it. */
    @Override
    public long minimumRevision() {
        return 0;
    }

    @Override
    public boolean isReplica() {
        return server.isReplica();
    }
}
