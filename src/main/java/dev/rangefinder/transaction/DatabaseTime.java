package dev.rangefinder.transaction;

/**
 * How long the database has worked on an operation, and how long it may at most, by what its statements are about. The first
 * is more than the work where the database is busy with others, and the second where it finds rows soon: what has gone past a
 * limit by both is too much work. Statements run one after another; another thread looks on.
 */
final class DatabaseTime {

    private volatile long atMost;
    private volatile long spent;
    private volatile long start;
    private volatile boolean running;

    /** Takes note of what the next statement can take, in nanoseconds. */
    void expect(long nanoseconds) {
        long sum = atMost + nanoseconds;
        atMost = sum < 0 ? Long.MAX_VALUE : sum;
    }

    void started() {
        start = System.nanoTime();
        running = true;
    }

    void finished() {
        spent = spent();
        running = false;
    }

    /** Whether it is more than a limit, in nanoseconds. */
    boolean exceeds(long limit) {
        return atMost > limit && spent() > limit;
    }

    private long spent() {
        return running ? spent + System.nanoTime() - start : spent;
    }
}
