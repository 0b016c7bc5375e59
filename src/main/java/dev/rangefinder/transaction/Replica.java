package dev.rangefinder.transaction;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of the database, if configured: all behind one address, and each lagging behind the primary. While they are
 * unavailable, operations read the primary, except for one every two seconds that probes whether they are back.
 */
@Singleton
final class Replica implements ReadTarget {

    private static final Logger LOG = Logger.getLogger(Replica.class);

    private final @Nullable AgroalDataSource dataSource;
    private final @Nullable AgroalDataSource asOf;
    private final Counter outdated;
    private final Counter failed;

    /** Null while the replicas are available. */
    private final AtomicReference<@Nullable ReplicaPause> pause = new AtomicReference<>();

    private volatile long minimumRevision;

    @Inject
    Replica(
            @DataSource("replica") InjectableInstance<AgroalDataSource> dataSource,
            @DataSource("asof-replica") InjectableInstance<AgroalDataSource> asOf,
            MeterRegistry registry) {
        this(dataSource.listActive(), asOf.listActive(), registry);
    }

    private Replica(List<AgroalDataSource> active, List<AgroalDataSource> activeAsOf, MeterRegistry registry) {
        this.dataSource = active.isEmpty() ? null : active.get(0);
        this.asOf = activeAsOf.isEmpty() ? null : activeAsOf.get(0);
        this.outdated = counter("OUTDATED", registry);
        this.failed = counter("FAILED", registry);
    }

    private static Counter counter(String reason, MeterRegistry registry) {
        return Counter.builder("rangefinder.replica.turned")
                .description("Operations that fell back from a replica of the database to the primary")
                .tag("reason", reason)
                .register(registry);
    }

    static Replica none() {
        return new Replica(List.of(), List.of(), new CompositeMeterRegistry());
    }

    @Override
    public long minimumRevision() {
        return minimumRevision;
    }

    /** Treats replicas that do not have a revision yet as outdated. */
    void rejectBefore(long revision) {
        minimumRevision = revision;
    }

    /** Whether the next operation should read a replica, either because they are available or to probe whether they are. */
    boolean shouldRead() {
        ReplicaPause current = pause.get();
        if (dataSource == null || current == null) {
            return dataSource != null;
        }
        long now = System.nanoTime();
        return now - current.end() >= 0 && pause.compareAndSet(current, ReplicaPause.from(now, true));
    }

    @Override
    public Session connect(SessionSettings settings, DatabaseSchema schema) throws SQLException {
        return new Session(lease(schema.isOfMoments() ? asOf : dataSource), settings, schema);
    }

    private static ConnectionLease lease(@Nullable AgroalDataSource pool) throws SQLException {
        if (pool == null) {
            throw new IllegalStateException("There is no replica.");
        }
        return ConnectionLease.of(pool.getConnection());
    }

    @Override
    public boolean isReplica() {
        return true;
    }

    @Override
    public void recordSuccess() {
        ReplicaPause current = pause.get();
        // Without a probe, the success is that of an operation that began before the failure.
        if (current != null && current.probed() && pause.compareAndSet(current, null)) {
            LOG.info("The replica of the database is available again.");
        }
    }

    @Override
    public DatabaseException recordFailure(SQLException cause, boolean connected) {
        FailureKind kind = FailureKind.of(cause);
        // A conflict with replication ends one statement and does not affect the next.
        if (kind.isUnresponsive() && kind != FailureKind.CONFLICT) {
            pause(cause);
        } else {
            LOG.warnf("An operation falls back from a replica of the database to the primary: %s", cause.getMessage());
        }
        return new UnusableException(cause);
    }

    /** Counts an operation that falls back to the primary. */
    void countFallback(UnusableException reason) {
        (reason instanceof OutdatedException ? outdated : failed).increment();
    }

    private void pause(SQLException cause) {
        if (pause.getAndSet(ReplicaPause.from(System.nanoTime(), false)) == null) {
            LOG.warnf(
                    "Reading the primary until the replica of the database is available again: %s", cause.getMessage());
        }
        Stream.of(dataSource, asOf)
                .filter(Objects::nonNull)
                .forEach(pool -> pool.flush(FlushMode.IDLE)); // the idle connections are broken, too
    }
}
