package dev.rangefinder.transaction;

/**
 * The database time of an operation: the time measured, and the upper bound estimated for its statements. The measured time is
 * too high when the database is busy with other work, the estimate when rows are found early: only an operation that exceeds a
 * limit by both is too expensive. Statements run sequentially; another thread reads the values.
 */
final class DatabaseTime {

    private volatile long estimated;
    private volatile long measured;
    private volatile long start;
    private volatile boolean running;

    /** Adds the upper bound of the next statement, in nanoseconds. */
    void expect(long nanoseconds) {
        long sum = estimated + nanoseconds;
        estimated = sum < 0 ? Long.MAX_VALUE : sum;
    }

    void started() {
        start = System.nanoTime();
        running = true;
    }

    void finished() {
        measured = measured();
        running = false;
    }

    /** Whether both times exceed a limit, in nanoseconds. */
    boolean exceeds(long limit) {
        return estimated > limit && measured() > limit;
    }

    private long measured() {
        return running ? measured + System.nanoTime() - start : measured;
    }
}
