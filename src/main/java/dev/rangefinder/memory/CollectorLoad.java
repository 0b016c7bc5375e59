package dev.rangefinder.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures the recent share of time spent in garbage collection. */
final class CollectorLoad {

    /** The share is measured over at least this time, in nanoseconds, and at most about twice as much. */
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private Sample earlier = now();
    private Sample later = earlier;

    /** The total collection time at a point in time, both in nanoseconds. */
    private record Sample(long time, long collecting) {

        long since(Sample start) {
            return time - start.time;
        }
    }

    /** Whether the share exceeds a part, given as its reciprocal. */
    synchronized boolean isMoreThan(long part) {
        Sample now = now();
        if (now.since(later) > WINDOW) {
            earlier = now.since(later) > 2 * WINDOW ? now : later;
            later = now;
        }
        return (now.collecting - earlier.collecting) * part > Math.max(WINDOW, now.since(earlier));
    }

    private Sample now() {
        long milliseconds = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            milliseconds += Math.max(0, collector.getCollectionTime());
        }
        return new Sample(System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
