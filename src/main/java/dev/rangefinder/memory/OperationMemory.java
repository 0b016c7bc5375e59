package dev.rangefinder.memory;

/** The memory that one operation holds. Used by one thread at a time. */
public final class OperationMemory implements AutoCloseable {

    /** Memory is reserved in steps, to reduce contention between operations. */
    private static final long STEP = 64 * 1024;

    private final Memory memory;

    /** Whether it may become large without waiting, because it is derived from memory that has been admitted. */
    private final boolean admitted;

    private long used;
    private long held;
    private boolean inTurn;

    OperationMemory(Memory memory, boolean admitted) {
        this.memory = memory;
        this.admitted = admitted;
    }

    /** Creates memory for data that is derived from this operation. */
    public OperationMemory open() {
        return new OperationMemory(memory, true);
    }

    /**
     * Adds used bytes, and reserves memory for them.
     *
     * @throws MemoryShortageException when not enough memory is available
     */
    public void use(long bytes) {
        used += bytes;
        if (used > held) {
            reserve(used - held);
        }
    }

    private void reserve(long missing) {
        long bytes = (missing + STEP - 1) / STEP * STEP;
        if (held + bytes > memory.largest()) {
            throw MemoryShortageException.tooLarge();
        }
        awaitTurn(held + bytes);
        boolean rejected = held + bytes > Memory.LARGE && memory.isOverloaded();
        if (rejected || !memory.reserve(bytes, held)) {
            throw MemoryShortageException.tooMany();
        }
        held += bytes;
    }

    private void awaitTurn(long bytes) {
        if (bytes > Memory.MODERATE && !admitted && !inTurn && memory.isPressed()) {
            inTurn = memory.awaitTurn();
            if (!inTurn) {
                throw MemoryShortageException.tooMany();
            }
        }
    }

    /** Releases all memory. */
    @Override
    public void close() {
        memory.release(held);
        used = 0;
        held = 0;
        if (inTurn) {
            inTurn = false;
            memory.endTurn();
        }
    }
}
