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
                .description("Lookups of an answer: cached (hit), not cached (miss), or held by the client (unchanged)")
                .tag("result", result)
                .register(registry);
    }

    /** Counts a request whose client already has the answer. */
    void countUnchanged() {
        unchanged.increment();
    }

    /** Counts a lookup in the cache. */
    void count(boolean hit) {
        (hit ? hits : misses).increment();
    }
}
