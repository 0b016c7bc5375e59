package dev.rangefinder.http;

import dev.rangefinder.memory.Memory;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory of all bodies that are arriving, so that many slow clients cannot exhaust it. */
@Singleton
final class BodyMemory {

    /** Bodies take at most the heap divided by this. */
    private static final int HEAP_SHARE = 16;

    private final long size;
    private final AtomicLong reserved = new AtomicLong();

    BodyMemory(HttpConfig config) {
        this.size = Memory.atMost(config.maxBodiesSize().asLongValue(), HEAP_SHARE);
    }

    /** Reserves memory, if enough is left. */
    boolean reserve(int bytes) {
        if (reserved.addAndGet(bytes) <= size) {
            return true;
        }
        release(bytes);
        return false;
    }

    /** Releases memory that was reserved. */
    void release(int bytes) {
        reserved.addAndGet(-bytes);
    }
}
