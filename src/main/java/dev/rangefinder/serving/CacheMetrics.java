package dev.rangefinder.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts how often an answer did not have to be computed. */
@Singleton
final class CacheMetrics {

    private final Counter hits;
    private final Counter misses;
    private final Counter unchanged;

    CacheMetrics(MeterRegistry registry) {
        this.hits = counter(registry, "hit");
        this.misses = counter(registry, "miss");
        this.unchanged = counter(registry, "unchanged");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("rangefinder.cache.lookups")
                .description("Looks for an answer that is kept here (hit) or that the client has (unchanged)")
                .tag("result", result)
                .register(registry);
    }

    /** The client has the answer already. */
    void countUnchanged() {
        unchanged.increment();
    }

    /** The client does not have the answer; it is kept here, or it is not. */
    void count(boolean kept) {
        (kept ? hits : misses).increment();
    }
}
