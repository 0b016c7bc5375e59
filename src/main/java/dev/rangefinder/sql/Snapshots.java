package dev.rangefinder.sql;

import dev.rangefinder.admission.Turn;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens snapshots of the database, on connections that can only read. */
@ApplicationScoped
public class Snapshots {

    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final javax.sql.DataSource primary;
    private final SessionSettings settings;
    private final Replica replica;
    private final Patience patience;
    private final ToLongFunction<String> sizes;
    private volatile boolean refused;

    @Inject
    Snapshots(
            @DataSource("reading") javax.sql.DataSource primary,
            SessionSettings settings,
            Replica replica,
            Patience patience,
            TableSizes sizes) {
        this(primary, settings, replica, patience, sizes::of);
    }

    Snapshots(
            javax.sql.DataSource primary,
            SessionSettings settings,
            Replica replica,
            Patience patience,
            ToLongFunction<String> sizes) {
        this.primary = primary;
        this.settings = settings;
        this.replica = replica;
        this.patience = patience;
        this.sizes = sizes;
    }

    /**
     * Opens the snapshot of this thread: of a replica, where there is one that answers, and of the primary otherwise. It
     * waits for its turn with others before it takes a connection.
     *
     * @throws DatabaseException while there is nothing to read: SQLSTATE 57P03, cannot_connect_now
     */
    public Snapshot open() {
        return open(Turn.current());
    }

    /** Opens one in the same way that takes a connection at once. There may be one of these at a time. */
    public Snapshot openAtOnce() {
        return open(null);
    }

    private Snapshot open(@Nullable Turn turn) {
        if (refused) {
            throw new DatabaseException(new SQLException("The database is being prepared.", "57P03"));
        }
        return Snapshot.open(primary, settings, replica.isWanted() ? replica : null, turn, sizes);
    }

    /**
     * Runs an operation on a snapshot, and runs it again where that is of no use: on the primary, there once more in a fresh
     * session, and for a little while until it is no longer outdated.
     *
     * @throws OutdatedException when the primary, too, has an earlier state than asked for
     */
    public <T> T read(Snapshot snapshot, Supplier<T> operation) {
        T result = attempt(snapshot, operation);
        long start = System.nanoTime();
        while (result == null && mayBecomeFit(snapshot, start)) {
            snapshot.startOver();
            result = attempt(snapshot, operation);
        }
        if (result == null) {
            throw snapshot.unfit();
        }
        return result;
    }

    private boolean mayBecomeFit(Snapshot snapshot, long start) {
        if (snapshot.isOnReplica()) {
            replica.turned(snapshot.unfit());
            return true;
        }
        if (snapshot.deservesSecondTry()) {
            LOG.warnf(
                    "An operation is run again, in another session of the database: %s",
                    snapshot.unfit().failure().getMessage());
            return true;
        }
        return patience.waited(start);
    }

    /** What an operation gives; null when the snapshot was of no use to it. */
    private static <T> @Nullable T attempt(Snapshot snapshot, Supplier<T> operation) {
        try {
            T result = operation.get();
            return snapshot.isUnfit() ? null : result;
        } catch (UnfitException e) {
            return null; // it is asked of the snapshot again
        }
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
