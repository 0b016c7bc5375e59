package dev.rangefinder.serving;

import dev.rangefinder.memory.OperationMemory;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts bytes together to {@link Content}. */
final class ContentStream extends OutputStream {

    private final OperationMemory memory;
    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] piece = Pieces.take();
    private int end;

    /** A stream that takes memory for all that goes beyond the first piece. */
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
            if (end == Pieces.SIZE) {
                next();
            }
            int part = Math.min(length - written, Pieces.SIZE - end);
            System.arraycopy(bytes, offset + written, piece, end, part);
            end += part;
            written += part;
        }
    }

    private void next() {
        memory.use(Pieces.SIZE);
        pieces.add(piece);
        piece = Pieces.take();
        end = 0;
    }

    /** What has been written. The last piece has no byte too many, because it may be kept. */
    Content content() {
        long length = (long) pieces.size() * Pieces.SIZE + end;
        pieces.add(Arrays.copyOf(piece, end));
        Pieces.giveBack(piece);
        return new Content(pieces, length, memory);
    }

    /** Forgets what has been written. */
    void discard() {
        memory.close();
        Pieces.giveBack(piece);
        pieces.forEach(Pieces::giveBack);
    }
}
