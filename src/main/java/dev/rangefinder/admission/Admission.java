package dev.rangefinder.admission;

import dev.rangefinder.admission.OverloadException.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The permits that requests compete for. A limited number of requests are read, parsed and validated at a time; operations that
 * need the database then wait for a second permit without blocking others. Requests that need no database are therefore answered
 * even while operations hold all connections, and so are small operations, for which some connections are reserved.
 */
@Singleton
public final class Admission {

    /** One reserved permit for this many regular ones. */
    private static final int OPERATIONS_PER_RESERVED = 4;

    /** For requests that compute and have not waited yet. */
    final FairSemaphore processor;

    /** For operations that read the database. */
    final FairSemaphore database;

    /** For small operations that read the database while others hold all regular permits. They wait for either permit. */
    final FairSemaphore reserve;

    /** How long a request may wait, in nanoseconds. */
    final long maxWait;

    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);

    Admission(WorkersConfig config, MeterRegistry registry) {
        int threads = config.threads();
        int share = config.maxPerConnection();
        this.processor = new FairSemaphore(threads, share, config.queue());
        this.database = new FairSemaphore(threads, share, config.queue());
        this.reserve = new FairSemaphore(threads / OPERATIONS_PER_RESERVED, 1, config.queue());
        this.maxWait = config.maxWait().toNanos();
        gauge(registry, "max", "Operations that may read the database at a time", config::threads);
        gauge(registry, "active", "Operations that read the database", () -> database.held() + reserve.held());
        gauge(registry, "waiting", "Requests that wait for others", () -> processor.waiting() + database.waiting());
        for (Reason reason : Reason.values()) {
            rejected.put(reason, counter(registry, reason));
        }
    }

    private static void gauge(MeterRegistry registry, String name, String description, IntSupplier value) {
        Gauge.builder("rangefinder.workers." + name, value::getAsInt)
                .description(description)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, Reason reason) {
        return Counter.builder("rangefinder.workers.rejected")
                .description("Requests that were rejected because of others")
                .tag("reason", reason.name())
                .register(registry);
    }

    /**
     * Creates the permits of a request.
     *
     * @param client identifies the client: the connection
     */
    public RequestPermits of(Object client) {
        return new RequestPermits(this, client);
    }

    void count(OverloadException rejection) {
        rejected.get(rejection.reason()).increment();
    }
}
