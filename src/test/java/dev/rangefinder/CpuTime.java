package dev.rangefinder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Measures the CPU time that the service spends on an answer. Unlike elapsed time, it hardly depends on how busy the
 * machine is.
 */
public final class CpuTime {

    private static final int TRIES = 3;

    private final URI management;

    /** Measures the service with this management interface. */
    public CpuTime(URI management) {
        this.management = management;
    }

    /** Returns the answer to a request that stays within a limit. It is retried, because a cold JVM is slower. */
    public <T> T within(Duration limit, Supplier<T> request) {
        Duration least = Duration.ofDays(1);
        for (int tries = 0; tries < TRIES; tries++) {
            Duration before = total();
            T answer = request.get();
            Duration taken = total().minus(before);
            if (taken.compareTo(limit) <= 0) {
                return answer;
            }
            least = least.compareTo(taken) < 0 ? least : taken;
        }
        throw new AssertionError("The answer takes at least " + least + " of CPU time, but the limit is " + limit);
    }

    /** Checks that some work exceeds the CPU time of the usual work by no more than a limit. */
    public void within(Duration limit, Runnable usual, Runnable work) {
        Duration least = Duration.ofDays(1);
        for (int tries = 0; tries < TRIES && least.compareTo(limit) > 0; tries++) {
            Duration more = taken(usual).negated().plus(taken(work));
            least = least.compareTo(more) < 0 ? least : more;
        }
        Duration taken = least;
        assertTrue(
                taken.compareTo(limit) <= 0,
                () -> "It takes " + taken + " of CPU time more than usual, but the limit is " + limit);
    }

    private Duration taken(Runnable work) {
        Duration before = total();
        work.run();
        return total().minus(before);
    }

    private Duration total() {
        double nanoseconds = MetricsScrape.of(management).sum("process_cpu_time_ns_total");
        assertTrue(nanoseconds > 0, "The service does not report its CPU time");
        return Duration.ofNanos((long) nanoseconds);
    }
}
