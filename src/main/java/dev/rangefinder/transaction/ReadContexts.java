package dev.rangefinder.transaction;

import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.memory.OperationMemory;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the read contexts of operations, on read-only connections. */
@ApplicationScoped
public class ReadContexts {

    private static final Logger LOG = Logger.getLogger(ReadContexts.class);

    private final Primary primary;
    private final Primary freshPrimary;
    private final SessionSettings settings;
    private final Replica replica;
    private final RevisionWait revisionWait;
    private final ToLongFunction<String> tableSizes;
    private volatile boolean suspended;

    @Inject
    ReadContexts(
            @DataSource("reading") javax.sql.DataSource primary,
            SessionSettings settings,
            Replica replica,
            RevisionWait revisionWait,
            TableSizes sizes) {
        this(primary, settings, replica, revisionWait, sizes::of);
    }

    ReadContexts(
            javax.sql.DataSource primary,
            SessionSettings settings,
            Replica replica,
            RevisionWait revisionWait,
            ToLongFunction<String> tableSizes) {
        this.primary = new Primary(primary, false);
        this.freshPrimary = new Primary(primary, true);
        this.settings = settings;
        this.replica = replica;
        this.revisionWait = revisionWait;
        this.tableSizes = tableSizes;
    }

    /**
     * Opens the context of this thread, on a replica if one is available and on the primary otherwise. It waits for a permit
     * before it takes a connection.
     *
     * @param memory accounts for the rows
     * @throws DatabaseException with SQLSTATE 57P03, cannot_connect_now, while the database is being prepared
     */
    public ReadContext open(OperationMemory memory) {
        return open(RequestPermits.current(), memory);
    }

    /** Opens a context that takes a connection without a permit. Only one of these may be open at a time. */
    public ReadContext openAtOnce() {
        return open(null, null);
    }

    private ReadContext open(@Nullable RequestPermits permits, @Nullable OperationMemory memory) {
        if (suspended) {
            throw new DatabaseException(new SQLException("The database is being prepared.", "57P03"));
        }
        RunningRead running = new RunningRead(settings, new ReadPermit(permits));
        ReadTarget target = replica.shouldRead() ? replica : primary;
        return ReadContext.open(new ReadTransaction(target, running), tableSizes, memory);
    }

    /**
     * Runs an operation, and runs it again when its transaction turns out to be unusable: after a replica on the primary, there
     * once more in a fresh session, and for a short time while the primary is outdated.
     *
     * @throws OutdatedException when the primary, too, has an earlier revision than required
     */
    public <T> T read(ReadContext context, Supplier<T> operation) {
        T result = attempt(context, operation);
        long start = System.nanoTime();
        while (result == null) {
            context.restart(next(context.transaction(), start));
            result = attempt(context, operation);
        }
        return result;
    }

    /** Returns the result of an operation; null when its transaction was unusable. */
    private static <T> @Nullable T attempt(ReadContext context, Supplier<T> operation) {
        try {
            T result = operation.get();
            return context.transaction().unusable() == null ? result : null;
        } catch (UnusableException e) {
            return null; // the transaction has recorded it
        }
    }

    /** Selects the target to read after an unusable transaction. */
    private ReadTarget next(ReadTransaction unusable, long start) {
        UnusableException reason = unusable.unusable();
        if (unusable.target().isReplica()) {
            replica.countFallback(reason);
            return primary;
        }
        if (unusable.target() == primary && !(reason instanceof OutdatedException)) {
            LOG.warnf(
                    "Retrying an operation in another database session: %s",
                    reason.failure().getMessage());
            return freshPrimary;
        }
        if (!revisionWait.waited(start)) {
            throw reason;
        }
        return unusable.target();
    }

    /** Sends operations that find an earlier revision on a replica to the primary. */
    public void rejectReplicasBefore(long revision) {
        replica.rejectBefore(revision);
    }

    /** Opens no contexts until {@link #resume}, because the schema of the database is not ready for this version. */
    public void suspend() {
        suspended = true;
    }

    /** Opens contexts again. */
    public void resume() {
        suspended = false;
    }
}
