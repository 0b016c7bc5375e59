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

    void log(Seen seen) {
        if (seen.ran() < nanoseconds) {
            return;
        }
        LOG.warnf(
                "Slow operation: name=%s document=%s outcome=%s milliseconds=%d waited=%d cost=%d nodes=%d statements=%d",
                nameOf(seen.operation()),
                seen.operation() == null
                        ? OperationNames.UNKNOWN
                        : seen.operation().document(),
                seen.outcome().name(),
                TimeUnit.NANOSECONDS.toMillis(seen.ran()),
                TimeUnit.NANOSECONDS.toMillis(seen.waited()),
                seen.cost(),
                seen.nodes(),
                seen.statements());
    }

    private static String nameOf(@Nullable Operation operation) {
        String name = operation == null ? OperationNames.UNKNOWN : operation.nameOrNone();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + '…';
    }
}
