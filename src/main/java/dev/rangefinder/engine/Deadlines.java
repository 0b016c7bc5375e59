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
 * Ends operations that take longer than they may, that the database works on for longer than it may, or that nobody waits for:
 * PostgreSQL is told to cancel what it runs. Nor does anybody wait for long for a coalesced read that hangs.
 */
@ApplicationScoped
public class Deadlines {

    private static final long LOOK_EVERY_MILLISECONDS = 50;

    /** One waits for a server that is slow to cancel, and the other does not wait for it. */
    private static final int LOOKS = 2;

    private final long nanoseconds;
    private final long databaseNanoseconds;
    private final OutageLog outage = new OutageLog("An operation cannot be cancelled");
    private final Map<RunningRead, Long> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newScheduledThreadPool(LOOKS, new DefaultThreadFactory("deadlines", true));

    Deadlines(Limits limits) {
        this.nanoseconds = limits.deadline().toNanos();
        // It may pass before the next look
        this.databaseNanoseconds =
                limits.databaseTime().toNanos() - TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLISECONDS);
        look(this::endOverdue);
        look(CoalescedRead::abandonHanging);
    }

    private void look(Runnable look) {
        watch.scheduleWithFixedDelay(look, LOOK_EVERY_MILLISECONDS, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    void started(RunningRead read) {
        running.put(read, System.nanoTime());
    }

    void ended(RunningRead read) {
        running.remove(read);
    }

    private void endOverdue() {
        running.forEach((read, started) -> {
            // Telling PostgreSQL may take a while, so that the time is read anew for each operation.
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

    /** A server that does not cancel in time is out of reach. */
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
        watch.shutdownNow();
    }
}
