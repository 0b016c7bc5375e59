package dev.rangefinder.observation;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Logs slow operations: documents by their hashes, and variables not at all, because both may contain private values. */
@Singleton
final class SlowOperations {

    private static final Logger LOG = Logger.getLogger(SlowOperations.class);

    private static final int MAX_NAME_LENGTH = 64;

    private final long thresholdNanos;

    SlowOperations(LogConfig config) {
        this.thresholdNanos = config.slow().toNanos();
    }

    void log(ExecutionStats stats) {
        if (stats.ran() < thresholdNanos) {
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
        String name = operation == null ? OperationNames.UNKNOWN : operation.nameOrAnonymous();
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + '…';
    }
}
