package dev.rangefinder.http;

import dev.rangefinder.memory.Memory;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** The memory for the bodies that are arriving, all together, so that many slow clients cannot fill it. */
@Singleton
final class BodyMemory {

    /** The largest part of the heap, as its reciprocal. */
    private static final int PART = 16;

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(HttpConfig config) {
        this.size = Memory.atMost(config.maxBodiesSize().asLongValue(), PART);
    }

    /** Takes some of it, if there is as much. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= size) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    /** Gives back what was taken. */
    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }
}
