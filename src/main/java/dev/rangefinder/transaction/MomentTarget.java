package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A server as of a moment.
 *
 * @param schema has the moment, perhaps only until another revision follows
 */
record MomentTarget(ReadTarget server, Moment moment, DatabaseSchema schema) implements ReadTarget {

    static MomentTarget of(ReadTarget server, Moment moment) {
        return new MomentTarget(server, moment, moment.schema());
    }

    /** The target after an unusable transaction. */
    MomentTarget next(UnusableException reason, Supplier<ReadTarget> nextServer) {
        return reason instanceof SupersededException
                ? new MomentTarget(server, moment, moment.past().schema())
                : new MomentTarget(nextServer.get(), moment, schema);
    }

    @Override
    public Sql opening(Sql present) {
        return schema.opening(moment);
    }

    @Override
    public void openIn(ReadTransaction transaction) {
        transaction.beginWith(schema.opening(moment), row -> moment, opened -> {});
    }

    @Override
    public Session connect(SessionSettings settings, DatabaseSchema read) throws SQLException {
        return server.connect(settings, read);
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
        Optional<OutdatedException> outdated = OutdatedException.of(cause);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        if (connected && schema.isOfMoments() && UnknownAsOfException.describes(cause)) {
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
