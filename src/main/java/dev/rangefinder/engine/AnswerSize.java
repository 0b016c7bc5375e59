package dev.rangefinder.engine;

import dev.rangefinder.memory.OperationMemory;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Tracks the size of the answer of one operation while its values are completed: a lower bound of its encoded bytes, and the
 * memory that it uses until then. An answer that becomes too large is never completed or encoded.
 */
final class AnswerSize {

    /** Memory of an object without its values. */
    private static final int OBJECT_BYTES = 80;

    private static final int REFERENCE_BYTES = 8;

    /** Memory of a string without its characters. */
    private static final int TEXT_BYTES = 56;

    /** Memory is reserved, and the deadline is checked, in steps of this many bytes. */
    private static final int STEP = 16 * 1024;

    private final long limit;
    private final OperationMemory memory;
    private final BooleanSupplier cancelled;
    private long bytes;
    private long keys;
    private long unreserved;

    /**
     * Creates the size of an empty answer.
     *
     * @param limit the largest number of bytes allowed
     * @param memory the memory to reserve from
     * @param cancelled whether the operation has exceeded its deadline, or its client has disconnected
     */
    AnswerSize(long limit, OperationMemory memory, BooleanSupplier cancelled) {
        this.limit = limit;
        this.memory = memory;
        this.cancelled = cancelled;
    }

    /** Adds an object with its response keys, and returns whether the answer is within the limit. */
    boolean addObject(Selection selection) {
        keys += selection.size();
        return add(selection.size(), OBJECT_BYTES + REFERENCE_BYTES * selection.fields().length);
    }

    /** Adds a leaf beyond the one byte that is counted with its object. */
    boolean addLeaf(Object leaf) {
        if (!(leaf instanceof String || leaf instanceof Map)) {
            return true;
        }
        int length = leaf.toString().length(); // a map as text is shorter than as JSON
        return add(length + 1L, TEXT_BYTES + length);
    }

    /** Adds encoded bytes and bytes of memory, and returns whether the answer is within the limit. */
    boolean add(long encoded, long inMemory) {
        bytes += encoded;
        unreserved += inMemory;
        if (unreserved > STEP) {
            reserve();
        }
        return bytes <= limit;
    }

    private void reserve() {
        memory.use(unreserved);
        unreserved = 0;
        if (cancelled.getAsBoolean()) {
            throw new CancelledException();
        }
    }

    /** Creates the error for an answer that exceeds the limit at a path. */
    AnswerTooLargeException tooLarge(String path) {
        return AnswerTooLargeException.at(path, limit, 100 * keys / bytes);
    }
}
