package dev.rangefinder.engine;

import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.transaction.CoalescedRead;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.Deadline;
import dev.rangefinder.transaction.OutageLog;
import dev.rangefinder.transaction.RunningRead;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cancels operations that exceed their deadline or their database time, or whose client has disconnected, including the
 * statements that PostgreSQL is running for them. Also releases the callers of coalesced reads that hang.
 */
@ApplicationScoped
public class Deadlines {

    private static final long INTERVAL_MILLISECONDS = 50;

    /** One thread may have to wait for a server that is slow to cancel; the other must not. */
    private static final int THREADS = 2;

    private final long nanoseconds;
    private final long databaseNanoseconds;
    private final OutageLog outage = new OutageLog("An operation cannot be cancelled");
    private final Map<RunningRead, Long> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler =
            Executors.newScheduledThreadPool(THREADS, new DefaultThreadFactory("deadlines", true));

    Deadlines(Limits limits) {
        this.nanoseconds = limits.deadline().toNanos();
        // The limit may be exceeded before the next check
        this.databaseNanoseconds =
                limits.databaseTime().toNanos() - TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLISECONDS);
        schedule(this::cancelOverdue);
        schedule(CoalescedRead::abandonHanging);
    }

    private void schedule(Runnable check) {
        scheduler.scheduleWithFixedDelay(check, INTERVAL_MILLISECONDS, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    void started(RunningRead read) {
        running.put(read, System.nanoTime());
    }

    void ended(RunningRead read) {
        running.remove(read);
    }

    private void cancelOverdue() {
        running.forEach((read, started) -> {
            // A cancellation may take a while, so the clock is read again for each operation.
            long overtime = System.nanoTime() - started - nanoseconds;
            if (overtime > 0) {
                read.cancel();
            }
            read.cancelBeyond(databaseNanoseconds);
            if (read.isCancelled()) {
                end(read, overtime > Deadline.GRACE.toNanos());
            }
        });
    }

    /** A server that does not cancel in time counts as unreachable. */
    private void end(RunningRead read, boolean late) {
        try {
            if (late) {
                read.abort();
            } else {
                read.interrupt();
            }
        } catch (DatabaseException e) {
            outage.report(e.failure());
        }
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }
}
