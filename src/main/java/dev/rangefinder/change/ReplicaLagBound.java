package dev.rangefinder.change;

import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.ReplicaConfig;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Bounds how late the replicas may be that operations read. It looks at the primary regularly, and remembers since when that
 * has shown which revision; a replica on which an operation finds an earlier one than has been there for too long is of no
 * use to it. So an operation finds out by the revision that it reads anyway, and clocks of servers play no part.
 */
@Singleton
class Lag {

    private static final long PERIOD_MILLISECONDS = 1_000;
    private static final int PATIENCE_MILLISECONDS = 2_000;

    /** A revision of the primary, and when it was seen first, by {@link System#nanoTime}. */
    private record Shown(long revision, long since) {}

    private final DataSource primary;
    private final ReadContexts reads;
    private final boolean hasReplicas;
    private final long most;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("lag", true));

    /** Those that replicas may lack, in the order in which they were seen. */
    private final Deque<Shown> recent = new ArrayDeque<>();

    /** The one that was seen last; nothing yet. */
    private long latest = -1;

    Lag(DataSource primary, ReadContexts reads, ReplicaConfig config) {
        this.primary = primary;
        this.reads = reads;
        this.hasReplicas = config.url().isPresent();
        this.most = config.maxLag().toNanos();
    }

    void begin(@Observes StartupEvent start) {
        if (hasReplicas) {
            looks.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try (Connection connection = primary.getConnection()) {
            // One that is dead without knowing is given up.
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLISECONDS);
            try {
                take(revision(connection), System.nanoTime());
            } finally {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLException e) {
            // As long as the primary does not tell, the bound stands still.
        }
    }

    private static long revision(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select revision from catalogue")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void take(long revision, long now) {
        if (revision != latest) {
            // Nobody knows how long the first one has been there.
            recent.add(new Shown(revision, latest < 0 ? now - most : now));
            latest = revision;
        }
        while (!recent.isEmpty() && now - recent.getFirst().since >= most) {
            reads.rejectReplicasBefore(recent.remove().revision);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        looks.shutdownNow();
    }
}
