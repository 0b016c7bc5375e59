package dev.rangefinder.http;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicInteger;

/** What has arrived of a body, and the memory that it takes. */
final class BodyBytes {

    private final BodyMemory memory;
    private final AtomicInteger held = new AtomicInteger();
    private Buffer content = Buffer.buffer();

    BodyBytes(BodyMemory memory) {
        this.memory = memory;
    }

    /** Adds a part, if there is memory for it. */
    boolean add(Buffer part) {
        if (!memory.take(part.length())) {
            return false;
        }
        held.addAndGet(part.length());
        content.appendBuffer(part);
        return true;
    }

    /** The bytes, which are not held any more. */
    byte[] take() {
        try {
            return content.getBytes();
        } finally {
            drop();
        }
    }

    /** Holds the bytes no longer. */
    void drop() {
        content = Buffer.buffer();
        release();
    }

    /** Gives the memory back, unless it has been given back before; on any thread. */
    void release() {
        memory.giveBack(held.getAndSet(0));
    }
}
