package dev.rangefinder.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The position of a value in a list or in nested lists. */
final class ListPosition {

    /** Shared by the rows of short lists that are not nested. */
    private static final int[][] IN_ONE_LIST =
            IntStream.range(0, 100).mapToObj(index -> new int[] {index}).toArray(int[][]::new);

    private int[] indices = new int[2];
    private int depth;

    /** Enters a list, before its first item. */
    void enter() {
        if (depth == indices.length) {
            indices = Arrays.copyOf(indices, 2 * depth);
        }
        indices[depth++] = -1;
    }

    /** Moves to the next item, and returns its index. */
    int next() {
        return ++indices[depth - 1];
    }

    void leave() {
        depth--;
    }

    /** The indices, beginning with the outermost list; must not be modified. */
    int[] toArray() {
        if (depth == 0) {
            return Row.NO_INDICES;
        }
        return depth == 1 && indices[0] < IN_ONE_LIST.length ? IN_ONE_LIST[indices[0]] : Arrays.copyOf(indices, depth);
    }
}
