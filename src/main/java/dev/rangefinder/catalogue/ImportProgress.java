package dev.rangefinder.catalogue;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How far an import is. It can be read by any thread. */
public final class ImportProgress {

    /** What an import does at the moment, or how it ended. */
    public enum State {
        /** Reads the records and checks each by itself. */
        READING,
        /** Checks the records with each other and with the catalogue. */
        CHECKING,
        /** Stores the records. */
        APPLYING,
        /** The records are stored. */
        COMMITTED,
        /** Nothing was stored, because that was asked for. */
        ROLLED_BACK,
        /** Nothing was stored because of mistakes. */
        REJECTED,
        /** Nothing was stored because of a failure. */
        FAILED
    }

    private final AtomicLong read = new AtomicLong();
    private final AtomicLong staged = new AtomicLong();
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong mistakes = new AtomicLong();
    private volatile State state = State.READING;
    private volatile @Nullable Long revision;

    /** The number of records that were read. */
    public long rowsRead() {
        return read.get();
    }

    /** The number of records that were staged. */
    public long rowsStaged() {
        return staged.get();
    }

    /** The number of rows of the catalogue that were added or changed. */
    public long rowsApplied() {
        return applied.get();
    }

    /** The number of mistakes. */
    public long mistakes() {
        return mistakes.get();
    }

    /** What the import does at the moment, or how it ended. */
    public State state() {
        return state;
    }

    /** The revision that the import has made; null until it is committed, and if it has changed nothing. */
    public @Nullable Long revision() {
        return revision;
    }

    void read() {
        read.incrementAndGet();
    }

    void stage() {
        staged.incrementAndGet();
    }

    void apply(long rows) {
        applied.addAndGet(rows);
    }

    void restart() {
        applied.set(0);
    }

    void found(long more) {
        mistakes.addAndGet(more);
    }

    /** Whether it does nothing any more. */
    public boolean hasEnded() {
        return state.compareTo(State.COMMITTED) >= 0;
    }

    /** An import that ends in the middle of something has failed. */
    void end() {
        if (!hasEnded()) {
            state = State.FAILED;
        }
    }

    void enter(State next) {
        state = next;
    }

    void commit(@Nullable Long made) {
        revision = made;
        enter(State.COMMITTED);
    }
}
