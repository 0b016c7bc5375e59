package dev.rangefinder.serving;

import java.util.concurrent.ArrayBlockingQueue;

/** The memory that answers are encoded into, in pieces of one size that are used again and again. */
final class Pieces {

    /** The size of one. */
    static final int SIZE = 32 * 1024;

    /** How many are kept for others to use again. */
    private static final int SPARE = 128;

    private static final ArrayBlockingQueue<byte[]> POOL = new ArrayBlockingQueue<>(SPARE);

    private Pieces() {}

    /** One whose bytes may be anything. */
    static byte[] take() {
        byte[] piece = POOL.poll();
        return piece == null ? new byte[SIZE] : piece;
    }

    /** Takes one back that nobody uses any more; others, that are smaller, are passed over. */
    static void giveBack(byte[] piece) {
        if (piece.length == SIZE) {
            POOL.offer(piece);
        }
    }
}
