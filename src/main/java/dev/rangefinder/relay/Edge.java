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
@Description("One of the {items}, and where it is in its connection.")
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
            "Where this edge is: continue from here with `after` or `before`, in the same connection, filter and order.")
    public String getCursor() {
        return loader.cursor(parent, node);
    }

    @Description("What the edge leads to.")
    public N getNode() {
        return node;
    }

    @Ignore
    N node() {
        return node;
    }
}
