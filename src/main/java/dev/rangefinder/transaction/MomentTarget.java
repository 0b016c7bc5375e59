package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server as of a moment.
 *
 * @param isCurrent whether the tables are read instead of the views of moments, because they are the catalogue as of the moment
 *     until another revision follows
 */
record MomentTarget(ReadTarget server, Moment moment, boolean isCurrent) implements ReadTarget {

    static MomentTarget of(ReadTarget server, Moment moment) {
        return new MomentTarget(server, moment, moment.canBeCurrent());
    }

    /** The target after an unusable transaction. */
    MomentTarget next(UnusableException reason, Supplier<ReadTarget> nextServer) {
        return reason instanceof SupersededException
                ? new MomentTarget(server, moment, false)
                : new MomentTarget(nextServer.get(), moment, isCurrent);
    }

    @Override
    public Session connect(SessionSettings settings) throws SQLException {
        return isCurrent ? server.connect(settings) : server.connectAsOf(settings);
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
        if (SupersededException.describes(cause)) {
            return new SupersededException(cause);
        }
        if (connected && !isCurrent && UnknownAsOfException.describes(cause)) {
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
