package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Optional;

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
        if (connected && UnknownAsOfException.describes(cause)) {
            return new UnknownAsOfException(cause);
        }
        Optional<PrunedException> pruned = PrunedException.of(cause);
        return pruned.isPresent() ? pruned.get() : server.recordFailure(cause, connected);
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
