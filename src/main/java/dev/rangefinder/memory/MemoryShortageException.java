package dev.rangefinder.memory;

/** An operation needs more memory than there is for it. */
public final class MemoryShortageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean permanent;

    private MemoryShortageException(boolean permanent) {
        super("There is not enough memory for the operation.", null, false, false);
        this.permanent = permanent;
    }

    /** It needs more than any operation may hold. */
    static MemoryShortageException tooLarge() {
        return new MemoryShortageException(true);
    }

    /** Others hold what it needs at the moment. */
    static MemoryShortageException tooMany() {
        return new MemoryShortageException(false);
    }

    /** Whether the operation needs more than it may ever have. */
    public boolean isPermanent() {
        return permanent;
    }
}
