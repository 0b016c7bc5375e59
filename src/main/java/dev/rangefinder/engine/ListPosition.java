package dev.rangefinder.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where a value is in a list, or in lists inside each other. */
final class ListPosition {

    /** Most rows are in one list, and most lists are short: their rows share these. */
    private static final int[][] IN_ONE_LIST =
            IntStream.range(0, 100).mapToObj(index -> new int[] {index}).toArray(int[][]::new);

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

    /** The indices, from the outermost list on; never to be changed. */
    int[] toArray() {
        if (depth == 0) {
            return Row.NO_INDICES;
        }
        return depth == 1 && indices[0] < IN_ONE_LIST.length ? IN_ONE_LIST[indices[0]] : Arrays.copyOf(indices, depth);
    }
}
