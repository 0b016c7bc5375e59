package dev.rangefinder.observation;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs operations that took long. A document is told by its hash and the values of variables are not told at all, because
 * both may hold what is nobody's business.
 */
@Singleton
final class SlowOperations {

    private static final Logger LOG = Logger.getLogger(SlowOperations.class);

    private static final int LONGEST_NAME = 64;

    private final long nanoseconds;

    SlowOperations(LogConfig config) {
        this.nanoseconds = config.slow().toNanos();
    }

    void log(ExecutionStats stats) {
        if (stats.ran() < nanoseconds) {
            return;
        }
        LOG.warnf(
                "Slow operation: name=%s document=%s outcome=%s milliseconds=%d waited=%d cost=%d nodes=%d statements=%d",
                nameOf(stats.operation()),
                stats.operation() == null
                        ? OperationNames.UNKNOWN
                        : stats.operation().document(),
                stats.outcome().name(),
                TimeUnit.NANOSECONDS.toMillis(stats.ran()),
                TimeUnit.NANOSECONDS.toMillis(stats.waited()),
                stats.cost(),
                stats.nodes(),
                stats.statements());
    }

    private static String nameOf(@Nullable OperationIdentity operation) {
        String name = operation == null ? OperationNames.UNKNOWN : operation.nameOrNone();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + '…';
    }
}
