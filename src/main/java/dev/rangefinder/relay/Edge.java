package dev.rangefinder.relay;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * An edge of a connection: a node, and the data that belongs to the relation rather than to the node.
 *
 * @param <N> the type of the node
 */
@RegisterForReflection // the engine calls the methods that subclasses inherit
@Description("An edge in a paginated list of {items}.")
public class Edge<N extends Keyed> {

    private N node;
    private ConnectionLoader<N> loader;
    private int parent;

    public void place(N node, ConnectionLoader<N> loader, int parent) {
        this.node = node;
        this.loader = loader;
        this.parent = parent;
    }

    @Description(
            "The cursor of this edge, for use as `after` or `before` in the same connection with the same filter and order.")
    public String getCursor() {
        return loader.cursor(parent, node);
    }

    @Description("The node at the end of the edge.")
    public N getNode() {
        return node;
    }

    @Ignore
    N node() {
        return node;
    }
}
