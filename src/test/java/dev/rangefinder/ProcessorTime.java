package dev.rangefinder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How much the processors of the service work for an answer. However busy the machine is with something else, that hardly
 * changes, unlike how long the answer takes.
 */
public final class ProcessorTime {

    private static final int TRIES = 3;

    private final URI management;

    /** Measures the service with this management port. */
    public ProcessorTime(URI management) {
        this.management = management;
    }

    /** The answer to a request, once it has taken no more than a limit. What is new to a JVM costs more at first. */
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
        throw new AssertionError("The answer takes at least " + least + " of the processors, but may take " + limit);
    }

    /** Checks that some work takes no more than other work and a limit. */
    public void within(Duration limit, Runnable usual, Runnable work) {
        Duration least = Duration.ofDays(1);
        for (int tries = 0; tries < TRIES && least.compareTo(limit) > 0; tries++) {
            Duration more = taken(usual).negated().plus(taken(work));
            least = least.compareTo(more) < 0 ? least : more;
        }
        Duration taken = least;
        assertTrue(
                taken.compareTo(limit) <= 0,
                () -> "It takes " + taken + " of the processors more than usual, but may take " + limit);
    }

    private Duration taken(Runnable work) {
        Duration before = total();
        work.run();
        return total().minus(before);
    }

    private Duration total() {
        double nanoseconds = Scrape.of(management).sum("process_cpu_time_ns_total");
        assertTrue(nanoseconds > 0, "The service does not tell what its processors do");
        return Duration.ofNanos((long) nanoseconds);
    }
}
