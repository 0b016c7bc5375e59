package dev.rangefinder.memory;

/** The memory that one operation holds. It belongs to one thread at a time. */
public final class OperationMemory implements AutoCloseable {

    /** It is taken in steps, because all operations take it from one place. */
    private static final long STEP = 64 * 1024;

    private final Memory memory;

    /** Whether it may become large, because it is made of what is held elsewhere. */
    private final boolean admitted;

    private long used;
    private long held;
    private boolean inTurn;

    OperationMemory(Memory memory, boolean admitted) {
        this.memory = memory;
        this.admitted = admitted;
    }

    /** Memory for what is made of that which is held here. */
    public OperationMemory open() {
        return new OperationMemory(memory, true);
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
        awaitTurn(held + bytes);
        boolean refused = held + bytes > Memory.LARGE && memory.isOverloaded();
        if (refused || !memory.take(bytes, held)) {
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

    /** Gives all of it back. */
    @Override
    public void close() {
        memory.giveBack(held);
        used = 0;
        held = 0;
        if (inTurn) {
            inTurn = false;
            memory.endTurn();
        }
    }
}
