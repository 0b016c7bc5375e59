package dev.rangefinder.transaction;

import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.memory.OperationMemory;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Opens the read contexts of operations, on read-only connections. */
@ApplicationScoped
public class ReadContexts {

    private final ReadTargets targets;
    private final SessionSettings settings;
    private final ToLongFunction<String> tableSizes;
    private final MomentPermits momentPermits = new MomentPermits();
    private volatile boolean suspended;

    @Inject
    ReadContexts(
            @DataSource("reading") javax.sql.DataSource primary,
            @DataSource("asof") javax.sql.DataSource asOf,
            SessionSettings settings,
            Replica replica,
            RevisionWait revisionWait,
            TableSizes sizes) {
        this(new ReadTargets(primary, asOf, replica, revisionWait), settings, sizes::of);
    }

    ReadContexts(ReadTargets targets, SessionSettings settings, ToLongFunction<String> tableSizes) {
        this.targets = targets;
        this.settings = settings;
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
        return ReadContext.open(new ReadTransaction(targets.first(), running), tableSizes, memory);
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
            ReadTransaction unusable = context.transaction();
            context.restart(targets.next(unusable.target(), ReadTargets.reason(unusable), start));
            result = attempt(context, operation);
        }
        return result;
    }

    /**
     * Runs an operation like {@link #read(ReadContext, Supplier)}, but as of a moment. What the context has read before is discarded.
     *
     * @param moment null for the present
     */
    public <T> T read(ReadContext context, @Nullable Moment moment, Supplier<T> operation) {
        if (moment == null) {
            return read(context, operation);
        }
        return asOf(context, moment, () -> read(context, operation));
    }

    /**
     * Runs an operation as of a moment that may be wrong.
     *
     * @return empty when the database has failed, perhaps because of that; then the context is back at the present
     */
    public <T> Optional<T> assume(ReadContext context, Moment moment, Supplier<T> operation) {
        ReadTarget server = context.transaction().target();
        return asOf(context, moment, () -> {
            try {
                T result = operation.get();
                if (context.transaction().failure().isEmpty()) {
                    return Optional.of(result);
                }
            } catch (DatabaseException e) {
                // the operation runs again, and reports it
            }
            context.restart(server);
            return Optional.empty();
        });
    }

    private <T> T asOf(ReadContext context, Moment moment, Supplier<T> reading) {
        momentPermits.acquire();
        try {
            context.restart(MomentTarget.of(context.transaction().target(), moment));
            return reading.get();
        } finally {
            momentPermits.release();
        }
    }

    /** Returns the result of an operation; null when its transaction was unusable. */
    private static <T> @Nullable T attempt(ReadContext context, Supplier<T> operation) {
        try {
            T result = operation.get();
            return ReadTargets.reason(context.transaction()) == null ? result : null;
        } catch (UnusableException e) {
            return null; // the transaction has recorded it
        }
    }

    /** Sends operations that find an earlier revision on a replica to the primary. */
    public void rejectReplicasBefore(long revision) {
        targets.rejectReplicasBefore(revision);
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
