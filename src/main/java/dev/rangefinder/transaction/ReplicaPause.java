package dev.rangefinder.transaction;

import java.util.concurrent.TimeUnit;

/**
 * A period in which the replicas are not read.
 *
 * @param end when to probe, by {@link System#nanoTime}
 * @param probed whether an operation is probing
 */
record ReplicaPause(long end, boolean probed) {

    private static final long DURATION = TimeUnit.SECONDS.toNanos(2);

    static ReplicaPause from(long now, boolean probed) {
        return new ReplicaPause(now + DURATION, probed);
    }
}
