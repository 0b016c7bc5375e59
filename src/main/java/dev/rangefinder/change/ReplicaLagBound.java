package dev.rangefinder.change;

import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.ReplicaConfig;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Bounds the lag of the replicas that operations read. It polls the revision of the primary and records when each revision was
 * first seen. Once a revision has been seen for longer than the maximum lag, a replica that has not reached it is rejected. An
 * operation detects this by the revision that it reads anyway, independent of the clocks of the servers.
 */
@Singleton
class ReplicaLagBound {

    private static final long PERIOD_MILLISECONDS = 1_000;
    private static final int TIMEOUT_MILLISECONDS = 2_000;

    /** A revision of the primary, and the {@link System#nanoTime} at which it was first seen. */
    private record Sighting(long revision, long since) {}

    private final DataSource primary;
    private final ReadContexts reads;
    private final boolean hasReplicas;
    private final long maxLag;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("lag", true));

    /** The revisions that a replica need not have reached yet, oldest first. */
    private final Deque<Sighting> recent = new ArrayDeque<>();

    /** The newest revision seen; -1 before the first poll. */
    private long latest = -1;

    ReplicaLagBound(DataSource primary, ReadContexts reads, ReplicaConfig config) {
        this.primary = primary;
        this.reads = reads;
        this.hasReplicas = config.url().isPresent();
        this.maxLag = config.maxLag().toNanos();
    }

    void begin(@Observes StartupEvent start) {
        if (hasReplicas) {
            scheduler.scheduleWithFixedDelay(this::poll, 0, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void poll() {
        try (Connection connection = primary.getConnection()) {
            connection.setNetworkTimeout(
                    Runnable::run, TIMEOUT_MILLISECONDS); // a dead connection may not report an error
            try {
                record(Revision.read(connection).number(), System.nanoTime());
            } finally {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLException e) {
            // While the primary does not answer, the bound stays where it is.
        }
    }

    private void record(long revision, long now) {
        if (revision != latest) {
            // The primary may have had the first one for any length of time.
            recent.add(new Sighting(revision, latest < 0 ? now - maxLag : now));
            latest = revision;
        }
        while (!recent.isEmpty() && now - recent.getFirst().since >= maxLag) {
            reads.rejectReplicasBefore(recent.remove().revision);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        scheduler.shutdownNow();
    }
}
