package dev.rangefinder.relay;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.AbstractList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One page of a connection, as the Relay Cursor Connections Specification defines it (section 2). In the schema it is named
 * after its nodes.
 *
 * @param <N> the type of the nodes
 */
@RegisterForReflection // the engine calls the methods that subclasses inherit
@Description("A paginated list of {items}.")
public class Connection<N extends Keyed> {

    private List<? extends Edge<N>> edges = List.of();
    private boolean more;
    private ConnectionLoader<N> loader;
    private int parent;
    private @Nullable Exception failure;

    public void place(List<? extends Edge<N>> edges, boolean more, ConnectionLoader<N> loader, int parent) {
        this.edges = edges;
        this.more = more;
        this.loader = loader;
        this.parent = parent;
    }

    /** Marks the page as failed. */
    public void fail(Exception reason) {
        failure = reason;
    }

    /** The reason why the page could not be read; null if it could. */
    @Ignore
    public @Nullable Exception failure() {
        return failure;
    }

    @Description("The edges of this page, in order.")
    public List<@NonNull ? extends Edge<N>> getEdges() {
        return edges;
    }

    @Description("The nodes of this page, in the order of the edges.")
    public List<@NonNull N> getNodes() {
        return new AbstractList<>() {
            @Override
            public N get(int index) {
                return edges.get(index).node();
            }

            @Override
            public int size() {
                return edges.size();
            }
        };
    }

    @Description("Pagination information about this page.")
    public PageInfo getPageInfo() {
        return new PageInfo(this::hasMore, edges.size(), edge -> edges.get(edge).getCursor());
    }

    @Description(
            "The exact number of edges that match the filter, across all pages. Counted only if selected. It reads every matching row, so use `count` where a large number need not be exact.")
    @RunsStatement(readsPage = false)
    public int getTotalCount() {
        return loader.totalCount(parent);
    }

    @Description("The number of edges that match the filter, across all pages, counted up to a limit of the service.")
    @RunsStatement(readsPage = false)
    public Count getCount() {
        return loader.count(parent);
    }

    /** Loads what the page does not hold. */
    @Ignore
    public ConnectionLoader<N> loader() {
        return loader;
    }

    /** The index of the parent for the loader. */
    @Ignore
    public int parent() {
        return parent;
    }

    /** How many edges the page has. */
    @Ignore
    public int size() {
        return edges.size();
    }

    /** Whether there are edges after (or before) this page, from the extra row that the page query fetched or by a query. */
    private boolean hasMore(boolean after) {
        return after == loader.forward() && more || loader.hasBeyond(after, parent);
    }
}
