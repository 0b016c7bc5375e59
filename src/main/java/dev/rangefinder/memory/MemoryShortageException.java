package dev.rangefinder.memory;

/** An operation needs more memory than is available. */
public final class MemoryShortageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean permanent;

    private MemoryShortageException(boolean permanent) {
        super("There is not enough memory for the operation.", null, false, false);
        this.permanent = permanent;
    }

    /** The operation needs more than any operation may hold. */
    static MemoryShortageException tooLarge() {
        return new MemoryShortageException(true);
    }

    /** Other operations hold the memory at the moment. */
    static MemoryShortageException tooMany() {
        return new MemoryShortageException(false);
    }

    /** Whether a retry would fail, too. */
    public boolean isPermanent() {
        return permanent;
    }
}
