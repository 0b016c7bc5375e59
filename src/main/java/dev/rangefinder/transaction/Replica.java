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
 * The replicas of the database, if there are any: all behind one address, and each a little later than the primary. While
 * they cannot be read they are left alone, but for an operation now and then that finds out whether they are back.
 */
@Singleton
final class Replica implements ReadTarget {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    /**
     * A time without them.
     *
     * @param end when to try again, by {@link System#nanoTime}
     * @param tried whether an operation tries already
     */
    private record Pause(long end, boolean tried) {

        static Pause from(long now, boolean tried) {
            return new Pause(now + PAUSE, tried);
        }
    }

    private final @Nullable AgroalDataSource dataSource;
    private final Counter outdated;
    private final Counter failed;

    /** Null as long as they can be read. */
    private final AtomicReference<@Nullable Pause> pause = new AtomicReference<>();

    private volatile long earliest;

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
                .description("Operations that turned from a replica of the database to the primary")
                .tag("reason", reason)
                .register(registry);
    }

    /** No replicas. */
    static Replica none() {
        return new Replica(List.of(), new CompositeMeterRegistry());
    }

    /** The revision without which one of them is too late. */
    @Override
    public long earliest() {
        return earliest;
    }

    /** Has one of them be too late as long as it lacks a revision. */
    void refuseBefore(long revision) {
        earliest = revision;
    }

    /** Whether the next operation is to read them. */
    boolean isWanted() {
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
    public void answered() {
        Pause current = pause.get();
        // Without a try it comes from an operation that began before the failure.
        if (current != null && current.tried && pause.compareAndSet(current, null)) {
            LOG.info("The replica of the database is read again.");
        }
    }

    /** The primary has to make it good. */
    @Override
    public DatabaseException failure(SQLException cause, boolean connected) {
        DatabaseException failure = new DatabaseException(cause);
        // A conflict with the replication ends one statement and says nothing about the next.
        if (failure.kind().isAbsence() && failure.kind() != FailureKind.CONFLICT) {
            pause(cause);
        } else {
            LOG.warnf("An operation turned from the replica of the database to the primary: %s", cause.getMessage());
        }
        return new UnusableException(cause);
    }

    /** Counts an operation that turns to the primary. */
    void turned(UnusableException reason) {
        (reason instanceof OutdatedException ? outdated : failed).increment();
    }

    private void pause(SQLException cause) {
        if (pause.getAndSet(Pause.from(System.nanoTime(), false)) == null) {
            LOG.warnf("The primary is read until the replica of the database is back: %s", cause.getMessage());
        }
        if (dataSource != null) {
            dataSource.flush(FlushMode.IDLE); // those connections are broken, too
        }
    }
}
