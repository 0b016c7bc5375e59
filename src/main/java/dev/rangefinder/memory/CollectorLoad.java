package dev.rangefinder.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures the recent share of time spent in garbage collection. A collector that ran once does not count: a single full
 * collection takes longer than a large share of the time, and says nothing about the next seconds.
 */
final class CollectorLoad {

    /** The share is measured over at least this time, in nanoseconds, and at most about twice as much. */
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final List<GarbageCollectorMXBean> collectors;
    private Sample earlier;
    private Sample later;

    CollectorLoad() {
        this(ManagementFactory.getGarbageCollectorMXBeans());
    }

    CollectorLoad(List<GarbageCollectorMXBean> collectors) {
        this.collectors = collectors;
        this.earlier = now();
        this.later = earlier;
    }

    /** The total number of collections of a collector, and their time in milliseconds. */
    private record Collections(long count, long time) {

        /** The time of later collections, unless there is only one. */
        long timeOfSeveral(Collections later) {
            return later.count - count > 1 ? later.time - time : 0;
        }
    }

    /** The collections at a point in time, in nanoseconds, for each collector. */
    private record Sample(long time, List<Collections> collectors) {

        long since(Sample start) {
            return time - start.time;
        }

        long collectingSince(Sample start) {
            return TimeUnit.MILLISECONDS.toNanos(IntStream.range(0, collectors.size())
                    .mapToLong(i -> start.collectors.get(i).timeOfSeveral(collectors.get(i)))
                    .sum());
        }
    }

    /** Whether the share exceeds a part, given as its reciprocal. */
    synchronized boolean isMoreThan(long part) {
        Sample now = now();
        if (now.since(later) > WINDOW) {
            earlier = now.since(later) > 2 * WINDOW ? now : later;
            later = now;
        }
        return now.collectingSince(earlier) * part > Math.max(WINDOW, now.since(earlier));
    }

    private Sample now() {
        return new Sample(
                System.nanoTime(),
                collectors.stream()
                        .map(collector ->
                                new Collections(collector.getCollectionCount(), collector.getCollectionTime()))
                        .toList());
    }
}
