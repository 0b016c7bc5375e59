package dev.rangefinder.serving;

import java.util.concurrent.ArrayBlockingQueue;

/** Reuses the chunks of memory that answers are encoded into. All have the same size. */
final class ChunkPool {

    /** In bytes. */
    static final int CHUNK_SIZE = 32 * 1024;

    /** The maximum number of idle chunks. */
    private static final int MAX_IDLE = 128;

    private static final ArrayBlockingQueue<byte[]> POOL = new ArrayBlockingQueue<>(MAX_IDLE);

    private ChunkPool() {}

    /** A chunk, whose bytes are undefined. */
    static byte[] acquire() {
        byte[] chunk = POOL.poll();
        return chunk == null ? new byte[CHUNK_SIZE] : chunk;
    }

    /** Returns a chunk to the pool. A trimmed one is left to the garbage collector. */
    static void release(byte[] chunk) {
        if (chunk.length == CHUNK_SIZE) {
            POOL.offer(chunk);
        }
    }
}
