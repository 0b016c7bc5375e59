package dev.rangefinder.http;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicInteger;

/** The bytes of a body that have arrived, and the memory that is reserved for them. */
final class BodyBytes {

    private final BodyMemory memory;
    private final AtomicInteger reserved = new AtomicInteger();
    private Buffer content = Buffer.buffer();

    BodyBytes(BodyMemory memory) {
        this.memory = memory;
    }

    /** Adds a part, if there is memory for it. */
    boolean add(Buffer part) {
        if (!memory.reserve(part.length())) {
            return false;
        }
        reserved.addAndGet(part.length());
        content.appendBuffer(part);
        return true;
    }

    /** Returns the bytes and releases their memory. */
    byte[] take() {
        try {
            return content.getBytes();
        } finally {
            discard();
        }
    }

    /** Discards the bytes and releases their memory. */
    void discard() {
        content = Buffer.buffer();
        release();
    }

    /** Releases the memory, unless it has been released before; on any thread. */
    void release() {
        memory.release(reserved.getAndSet(0));
    }
}
