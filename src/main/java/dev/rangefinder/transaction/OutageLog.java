package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Logs outages of the database: the first failure immediately, and further ones every 30 seconds at most. */
public final class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);
    private static final long INTERVAL_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);

    private final String consequence;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** Creates a log whose messages begin with the consequence of an outage. */
    public OutageLog(String consequence) {
        this.consequence = consequence;
    }

    /** Logs the message of the driver, unless an outage was logged recently. */
    public void report(SQLException cause) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL_NANOSECONDS)) {
            String reason = FailureKind.of(cause).isUnresponsive()
                    ? "the database does not answer"
                    : "the database is not as this version needs it";
            LOG.warn(consequence + ", because " + reason + ": " + cause.getMessage());
        }
    }
}
