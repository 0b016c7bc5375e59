package dev.rangefinder.relay;

/**
 * Loads the parts of a connection that its page does not hold. It serves the connections of all parents of a level, which are
 * numbered.
 *
 * @param <N> the nodes of the connections
 */
public interface ConnectionLoader<N extends Keyed> {

    /** The cursor of a node in the connection of a parent. */
    String cursor(int parent, N node);

    /** How many rows the whole connection of a parent has. */
    int count(int parent);

    /** Whether the page was counted from the start of the connection, and not from its end. */
    boolean forward();

    /** Whether there are rows at or behind the cursor that the page was requested to end before (or to start after). */
    boolean hasBeyond(boolean next, int parent);
}
