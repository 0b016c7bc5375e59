package dev.rangefinder.serving;

import dev.rangefinder.memory.OperationMemory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The encoded bytes of an answer, in chunks. References to it are counted, and the last release frees its
 * memory. All users of cached content share one copy.
 */
public final class Content {

    private final List<byte[]> chunks;
    private final long length;
    private final OperationMemory memory;
    private int references = 1;
    private boolean cached;

    /** Content with one reference, that of its creator. Memory was reserved for it if it has more than one chunk. */
    Content(List<byte[]> chunks, long length, OperationMemory memory) {
        this.chunks = chunks;
        this.length = length;
        this.memory = memory;
    }

    /** The number of bytes. */
    public long length() {
        return length;
    }

    /** The number of chunks, at least one. */
    public int chunks() {
        return chunks.size();
    }

    /** One of the chunks, without a copy. */
    public Buffer chunk(int index) {
        return BufferImpl.buffer(bytes(index));
    }

    private ByteBuf bytes(int index) {
        byte[] chunk = chunks.get(index);
        long rest = length - (long) index * ChunkPool.CHUNK_SIZE;
        return Unpooled.wrappedBuffer(chunk, 0, (int) Math.min(rest, ChunkPool.CHUNK_SIZE));
    }

    /** Appends a copy of all bytes to a buffer. */
    public void appendTo(ByteBuf target) {
        for (int i = 0; i < chunks(); i++) {
            target.writeBytes(bytes(i));
        }
    }

    /** The text of content that has one chunk only. */
    public String text() {
        return chunk(0).toString(StandardCharsets.UTF_8);
    }

    /** Leaves the chunks to the cache after the last release, instead of reusing them. */
    public synchronized void markCached() {
        cached = true;
    }

    /**
     * Adds a reference to cached content.
     *
     * @throws dev.rangefinder.memory.MemoryShortageException when there is no memory for it, should it be evicted
     */
    public synchronized Content retain() {
        if (references == 0 && chunks.size() > 1) {
            memory.use(length);
        }
        references++;
        return this;
    }

    /** Removes a reference. */
    public synchronized void release() {
        references--;
        if (references == 0) {
            memory.close();
            if (!cached) {
                chunks.forEach(ChunkPool::release);
            }
        }
    }
}
