package dev.rangefinder.serving;

import dev.rangefinder.memory.OperationMemory;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of an answer, in pieces. Whoever sends them uses the content, and releases it afterwards. Its memory goes back
 * when nobody uses it any more; what is kept for others as well is in memory once.
 */
public final class Content {

    private final List<byte[]> pieces;
    private final long length;
    private final OperationMemory memory;
    private int users = 1;
    private boolean kept;

    /** Content that its maker uses, for which memory is taken, as far as it has more than one piece. */
    Content(List<byte[]> pieces, long length, OperationMemory memory) {
        this.pieces = pieces;
        this.length = length;
        this.memory = memory;
    }

    /** How many bytes it has. */
    public long length() {
        return length;
    }

    /** How many pieces it has: one at least. */
    public int pieces() {
        return pieces.size();
    }

    /** One of the pieces, where it is. */
    public Buffer piece(int index) {
        byte[] piece = pieces.get(index);
        long rest = length - (long) index * Pieces.SIZE;
        return BufferImpl.buffer(Unpooled.wrappedBuffer(piece, 0, (int) Math.min(rest, Pieces.SIZE)));
    }

    /** All of it, as text. */
    public String text() {
        return piece(0).toString(StandardCharsets.UTF_8);
    }

    /** Keeps the pieces as they are when nobody uses them any more. */
    synchronized void keep() {
        kept = true;
    }

    /**
     * Uses content that is kept once more.
     *
     * @throws dev.rangefinder.memory.MemoryShortageException when there is no memory for it, should it be forgotten meanwhile
     */
    synchronized Content use() {
        if (users == 0 && pieces.size() > 1) {
            memory.use(length);
        }
        users++;
        return this;
    }

    /** Says that one user less uses it. */
    public synchronized void release() {
        users--;
        if (users == 0) {
            memory.close();
            if (!kept) {
                pieces.forEach(Pieces::giveBack);
            }
        }
    }
}
