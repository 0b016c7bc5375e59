package dev.rangefinder.serving;

import dev.rangefinder.memory.OperationMemory;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects bytes into {@link Content}. */
final class ContentStream extends OutputStream {

    private final OperationMemory memory;
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = ChunkPool.acquire();
    private int end;

    /** A stream that reserves memory for all but the first chunk. */
    ContentStream(OperationMemory memory) {
        this.memory = memory;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int written = 0;
        while (written < length) {
            if (end == ChunkPool.CHUNK_SIZE) {
                addChunk();
            }
            int count = Math.min(length - written, ChunkPool.CHUNK_SIZE - end);
            System.arraycopy(bytes, offset + written, chunk, end, count);
            end += count;
            written += count;
        }
    }

    private void addChunk() {
        memory.use(ChunkPool.CHUNK_SIZE);
        chunks.add(chunk);
        chunk = ChunkPool.acquire();
        end = 0;
    }

    /** What has been written. The last chunk is trimmed, because it may be cached. */
    Content content() {
        long length = (long) chunks.size() * ChunkPool.CHUNK_SIZE + end;
        chunks.add(Arrays.copyOf(chunk, end));
        ChunkPool.release(chunk);
        return new Content(chunks, length, memory);
    }

    /** Discards what has been written. */
    void discard() {
        memory.close();
        ChunkPool.release(chunk);
        chunks.forEach(ChunkPool::release);
    }
}
