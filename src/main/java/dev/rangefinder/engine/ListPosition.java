package dev.rangefinder.engine;

import java.util.Arrays;

/** Where a value is in a list, or in lists inside each other. */
final class ListPosition {

    private int[] indices = new int[2];
    private int depth;

    /** Goes into a list, in front of its first item. */
    void enter() {
        if (depth == indices.length) {
            indices = Arrays.copyOf(indices, 2 * depth);
        }
        indices[depth++] = -1;
    }

    /** Goes on to the next item, and gives its index. */
    int next() {
        return ++indices[depth - 1];
    }

    /** Leaves the list. */
    void leave() {
        depth--;
    }

    int[] toArray() {
        return depth == 0 ? Row.NO_INDICES : Arrays.copyOf(indices, depth);
    }
}
