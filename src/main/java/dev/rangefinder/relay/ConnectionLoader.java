package dev.rangefinder.relay;

/**
 * Loads the parts of a connection that its page does not hold. One loader serves the connections of all parents of a level, and
 * identifies a parent by its index.
 *
 * @param <N> the type of the nodes
 */
public interface ConnectionLoader<N extends Keyed> {

    /** The cursor of a node in the connection of a parent. */
    String cursor(int parent, N node);

    /** The exact number of nodes in the whole connection of a parent. */
    int totalCount(int parent);

    /** The number of nodes in the whole connection of a parent, counted up to the limit of the operation. */
    Count count(int parent);

    /** Whether the page was read from the start of the connection rather than from its end. */
    boolean forward();

    /** Whether there are rows at or after the {@code before} cursor of the request (next), or at or before its {@code after} cursor. */
    boolean hasBeyond(boolean next, int parent);
}
