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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of the database, if configured: all behind one address, and each lagging behind the primary. While they are
 * unavailable, operations read the primary, except for one every two seconds that probes whether they are back.
 */
@Singleton
final class Replica implements ReadTarget {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    /**
     * A period in which the replicas are not read.
     *
     * @param end when to probe, by {@link System#nanoTime}
     * @param probed whether an operation is probing
     */
    private record Pause(long end, boolean probed) {
        static Pause from(long now, boolean probed) {
            return new Pause(now + PAUSE, probed);
        }
    }

    private final @Nullable AgroalDataSource dataSource;
    private final Counter outdated;
    private final Counter failed;

    /** Null while the replicas are available. */
    private final AtomicReference<@Nullable Pause> pause = new AtomicReference<>();

    private volatile long minimumRevision;

    @Inject
    Replica(@DataSource("replica") InjectableInstance<AgroalDataSource> dataSource, MeterRegistry registry) {
        this(dataSource.listActive(), registry);
    }

    private Replica(List<AgroalDataSource> active, MeterRegistry registry) {
        this.dataSource = active.isEmpty() ? null : active.get(0);
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
        return new Replica(List.of(), new CompositeMeterRegistry());
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
        Pause current = pause.get();
        if (dataSource == null || current == null) {
            return dataSource != null;
        }
        long now = System.nanoTime();
        return now - current.end >= 0 && pause.compareAndSet(current, Pause.from(now, true));
    }

    @Override
    public Session connect(SessionSettings settings) throws SQLException {
        if (dataSource == null) {
            throw new IllegalStateException("There is no replica.");
        }
        return new Session(ConnectionLease.of(dataSource.getConnection()), settings);
    }

    @Override
    public boolean isReplica() {
        return true;
    }

    @Override
    public void recordSuccess() {
        Pause current = pause.get();
        // Without a probe, the success is that of an operation that began before the failure.
        if (current != null && current.probed && pause.compareAndSet(current, null)) {
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
        if (pause.getAndSet(Pause.from(System.nanoTime(), false)) == null) {
            LOG.warnf(
                    "Reading the primary until the replica of the database is available again: %s", cause.getMessage());
        }
        if (dataSource != null) {
            dataSource.flush(FlushMode.IDLE); // the idle connections are broken, too
        }
    }
}
