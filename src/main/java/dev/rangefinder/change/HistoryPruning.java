package dev.rangefinder.change;

import dev.rangefinder.transaction.OutageLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Deletes the history that is older than it is kept, in small transactions with pauses. Of several processes, one deletes at a time. */
@Singleton
class HistoryPruning {

    private static final int BEFORE_DATABASE = 3;
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final int TIMEOUT_MILLISECONDS = 30_000;
    private static final String PRUNE =
            "select oldest, deleted, complete from prune_history(? * interval '1 millisecond', ?)";

    private final DataSource database;
    private final HistoryConfig config;
    private final Counter deleted;
    private final OutageLog outage = new OutageLog("No history is pruned");
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("pruning", true));

    private volatile long oldest;

    HistoryPruning(DataSource database, HistoryConfig config, MeterRegistry registry) {
        this.database = database;
        this.config = config;
        this.deleted = Counter.builder("rangefinder.history.pruned")
                .description("Rows of the history that this process has deleted")
                .register(registry);
        Gauge.builder("rangefinder.history.oldest", () -> oldest)
                .description("The oldest revision that can be read, when this process last pruned the history")
                .register(registry);
    }

    void begin(@Observes @Priority(BEFORE_DATABASE) StartupEvent start) {
        if (config.keep().isPresent()) {
            if (config.keep().get().compareTo(SHORTEST) < 0) {
                throw new ConfigurationException("rangefinder.history.keep: must be one day or longer");
            }
            schedule(config.interval());
        }
    }

    private void schedule(Duration delay) {
        scheduler.schedule(this::prune, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void prune() {
        boolean complete = true;
        try {
            complete = pruneBatch();
        } catch (SQLException e) {
            outage.report(e);
        } finally {
            schedule(complete ? config.interval() : config.pause());
        }
    }

    /** Returns whether nothing is left to delete, or another process deletes. */
    private boolean pruneBatch() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRUNE)) {
            connection.setNetworkTimeout(
                    Runnable::run, TIMEOUT_MILLISECONDS); // a dead connection may not report an error
            statement.setLong(1, config.keep().orElseThrow().toMillis());
            statement.setInt(2, config.batch());
            try (ResultSet row = statement.executeQuery()) {
                return !row.next() || record(row);
            } finally {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        }
    }

    private boolean record(ResultSet row) throws SQLException {
        oldest = row.getLong(1);
        deleted.increment(row.getInt(2));
        return row.getBoolean(3);
    }

    void stop(@Observes ShutdownEvent stop) {
        scheduler.shutdownNow();
    }
}
