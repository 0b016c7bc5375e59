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

/** Opens the contexts that operations read with, on connections that can only read. */
@ApplicationScoped
public class ReadContexts {

    private static final Logger LOG = Logger.getLogger(ReadContexts.class);

    private final Primary primary;
    private final Primary secondTry;
    private final SessionSettings settings;
    private final Replica replica;
    private final RevisionWait revisionWait;
    private final ToLongFunction<String> tableSizes;
    private volatile boolean refused;

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
        this.secondTry = new Primary(primary, true);
        this.settings = settings;
        this.replica = replica;
        this.revisionWait = revisionWait;
        this.tableSizes = tableSizes;
    }

    /**
     * Opens that of this thread: for a replica, where there is one that answers, and for the primary otherwise. It waits for
     * its turn with others before it takes a connection.
     *
     * @param memory is taken for the rows
     * @throws DatabaseException while there is nothing to read: SQLSTATE 57P03, cannot_connect_now
     */
    public ReadContext open(OperationMemory memory) {
        return open(RequestPermits.current(), memory);
    }

    /** Opens one in the same way that takes a connection at once. There may be one of these at a time. */
    public ReadContext openAtOnce() {
        return open(null, null);
    }

    private ReadContext open(@Nullable RequestPermits turn, @Nullable OperationMemory memory) {
        if (refused) {
            throw new DatabaseException(new SQLException("The database is being prepared.", "57P03"));
        }
        RunningRead running = new RunningRead(settings, new ReadPermit(turn));
        ReadTarget target = replica.isWanted() ? replica : primary;
        return ReadContext.open(new ReadTransaction(target, running), tableSizes, memory);
    }

    /**
     * Runs an operation in a transaction, and runs it again where that turns out to be unusable: on the primary, there once more
     * in a fresh session, and for a little while until it is no longer outdated.
     *
     * @throws OutdatedException when the primary, too, has an earlier state than asked for
     */
    public <T> T read(ReadContext context, Supplier<T> operation) {
        T result = attempt(context, operation);
        long start = System.nanoTime();
        while (result == null) {
            context.startOver(next(context.transaction(), start));
            result = attempt(context, operation);
        }
        return result;
    }

    /** What an operation gives; null when its transaction was unusable. */
    private static <T> @Nullable T attempt(ReadContext context, Supplier<T> operation) {
        try {
            T result = operation.get();
            return context.transaction().unusable() == null ? result : null;
        } catch (UnusableException e) {
            return null; // it is asked of the transaction again
        }
    }

    /** What to read after a transaction that was unusable. */
    private ReadTarget next(ReadTransaction before, long start) {
        UnusableException reason = before.unusable();
        if (before.target().isReplica()) {
            replica.turned(reason);
            return primary;
        }
        if (before.target() == primary && !(reason instanceof OutdatedException)) {
            LOG.warnf(
                    "An operation is run again, in another session of the database: %s",
                    reason.failure().getMessage());
            return secondTry;
        }
        if (!revisionWait.waited(start)) {
            throw reason;
        }
        return before.target();
    }

    /** Has operations that find an earlier revision on a replica read the primary. */
    public void refuseReplicasBefore(long revision) {
        replica.refuseBefore(revision);
    }

    /** Opens none until {@link #admit} is called, because the database is not as this version needs it. */
    public void refuse() {
        refused = true;
    }

    /** Opens them from now on. */
    public void admit() {
        refused = false;
    }
}
