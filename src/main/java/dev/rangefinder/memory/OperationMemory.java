package dev.rangefinder.memory;

/** The memory that one operation holds. It belongs to one thread at a time. */
public final class OperationMemory implements AutoCloseable {

    /** It is taken in steps, because all operations take it from one place. */
    private static final long STEP = 64 * 1024;

    private final Memory memory;
    private long used;
    private long held;

    OperationMemory(Memory memory) {
        this.memory = memory;
    }

    /**
     * Counts more bytes as used, and takes memory for them.
     *
     * @throws MemoryShortageException when there is not as much
     */
    public void use(long bytes) {
        used += bytes;
        if (used > held) {
            take(used - held);
        }
    }

    private void take(long missing) {
        long bytes = (missing + STEP - 1) / STEP * STEP;
        if (held + bytes > memory.largest()) {
            throw MemoryShortageException.tooLarge();
        }
        if (!memory.take(bytes, held)) {
            throw MemoryShortageException.tooMany();
        }
        held += bytes;
    }

    /** Gives all of it back. */
    @Override
    public void close() {
        used = 0;
        memory.giveBack(held);
        held = 0;
    }
}
