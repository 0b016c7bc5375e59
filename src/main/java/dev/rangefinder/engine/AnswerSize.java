package dev.rangefinder.engine;

import dev.rangefinder.memory.OperationMemory;
import java.util.function.BooleanSupplier;

/**
 * How large the answer of one operation becomes. Its objects, response keys and values are counted as the bytes that they
 * have at least when they are encoded, and as the memory that they take before, while they are completed: what is too
 * large is neither held nor encoded.
 */
final class AnswerSize {

    /** An object without its values. */
    private static final int OBJECT = 80;

    private static final int REFERENCE = 8;

    /** A text without its characters. */
    private static final int TEXT = 56;

    /** Memory is taken, and the deadline looked at, whenever so many bytes have come. */
    private static final int STEP = 16 * 1024;

    private final long limit;
    private final OperationMemory memory;
    private final BooleanSupplier cancelled;
    private long bytes;
    private long keys;
    private long held;

    /**
     * The size of an answer that has nothing yet.
     *
     * @param limit the most bytes that it may have
     * @param memory what is taken for it
     * @param cancelled whether the operation has run into its deadline, or its client has gone
     */
    AnswerSize(long limit, OperationMemory memory, BooleanSupplier cancelled) {
        this.limit = limit;
        this.memory = memory;
        this.cancelled = cancelled;
    }

    /** Counts an object with its response keys, and gives whether the answer may still be that large. */
    boolean addObject(Selection selection) {
        keys += selection.size();
        return add(selection.size(), OBJECT + REFERENCE * selection.fields().length);
    }

    /** Counts a leaf beyond the one byte that it has as a part of its object. */
    boolean addLeaf(Object leaf) {
        return !(leaf instanceof String text) || add(text.length() + 1L, TEXT + text.length());
    }

    /** Counts what is as large as this when it is encoded, and takes so much memory before. */
    boolean add(long encoded, long memoryBefore) {
        bytes += encoded;
        held += memoryBefore;
        if (held > STEP) {
            take();
        }
        return bytes <= limit;
    }

    private void take() {
        memory.use(held);
        held = 0;
        if (cancelled.getAsBoolean()) {
            throw new CancelledException();
        }
    }

    /** Why there is no answer, once it has become too large somewhere. */
    AnswerTooLargeException tooLarge(String path) {
        return AnswerTooLargeException.at(path, limit, 100 * keys / bytes);
    }
}
