package dev.rangefinder.transaction;

import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Selects the server that a transaction reads. */
final class ReadTargets {

    private static final Logger LOG = Logger.getLogger(ReadTargets.class);

    private final Primary primary;
    private final Primary freshPrimary;
    private final Replica replica;
    private final RevisionWait revisionWait;

    ReadTargets(DataSource primary, DataSource asOf, Replica replica, RevisionWait revisionWait) {
        this.primary = new Primary(primary, asOf, false);
        this.freshPrimary = new Primary(primary, asOf, true);
        this.replica = replica;
        this.revisionWait = revisionWait;
    }

    /** A replica if one is available, and the primary otherwise. */
    ReadTarget first() {
        return replica.shouldRead() ? replica : primary;
    }

    /** The reason why a transaction is unusable; null when it is usable. */
    static @Nullable UnusableException reason(ReadTransaction transaction) {
        return transaction.failure().orElse(null) instanceof UnusableException unusable ? unusable : null;
    }

    /** The target to read after an unusable transaction, as of the same moment. */
    ReadTarget next(ReadTarget unusable, UnusableException reason, long start) {
        return unusable instanceof MomentTarget asOf
                ? asOf.next(reason, () -> nextServer(asOf.server(), reason, start))
                : nextServer(unusable, reason, start);
    }

    private ReadTarget nextServer(ReadTarget server, UnusableException reason, long start) {
        if (server.isReplica()) {
            replica.countFallback(reason);
            return primary;
        }
        if (server == primary && !(reason instanceof OutdatedException)) {
            LOG.warnf(
                    "Retrying an operation in another database session: %s",
                    reason.failure().getMessage());
            return freshPrimary;
        }
        if (!revisionWait.waited(start)) {
            throw reason;
        }
        return server;
    }

    void rejectReplicasBefore(long revision) {
        replica.rejectBefore(revision);
    }
}
