package dev.rangefinder.transaction;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells the log that the database does not answer: at once, and then again every half a minute while it lasts. */
public final class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);
    private static final long PAUSE_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);

    private final String what;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** An outage that keeps something from being done. */
    public OutageLog(String what) {
        this.what = what;
    }

    /** Tells what the driver said, unless something like it was told just before. */
    public void tell(SQLException cause) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOSECONDS)) {
            String why = FailureKind.of(cause).isAbsence()
                    ? "the database does not answer"
                    : "the database is not as this version needs it";
            LOG.warn(what + ", because " + why + ": " + cause.getMessage());
        }
    }
}
