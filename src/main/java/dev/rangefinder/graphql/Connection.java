package dev.rangefinder.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.AbstractList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of a connection, as the Relay Cursor Connections Specification defines it (section 2). Every connection of the
 * schema is a class of its own, so that it has a name of its own.
 *
 * @param <E> its edges
 * @param <N> what the edges lead to
 */
@RegisterForReflection // the engine calls what its subclasses inherit
public abstract class Connection<E extends Edge<N>, N extends Keyed> {

    private List<E> edges;
    private boolean more;
    private Window<N, ?, ?> window;
    private int parent;

    void place(List<E> edges, boolean more, Window<N, ?, ?> window, int parent) {
        this.edges = edges;
        this.more = more;
        this.window = window;
        this.parent = parent;
    }

    /** The places of this page. */
    @Description("The places of this page, in order.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    /** What the edges lead to. */
    @Description("What the edges of this page lead to, in order: a shortcut for those who need no cursors.")
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

    /** Where the page lies. */
    @Description("Where this page lies in the connection.")
    public PageInfo getPageInfo() {
        return new PageInfo(this);
    }

    /** The size of the whole connection. Counted, for all parents at once, only when it is asked for. */
    @Description("How many edges the whole connection has, with its filter. Counted only when it is asked for.")
    @RunsStatement(readsPage = false)
    public int getTotalCount() {
        return window.count(parent);
    }

    @Ignore
    boolean isEmpty() {
        return edges.isEmpty();
    }

    /** Whether there is more after (or before) this page: the row fetched in excess tells, or the database is asked. */
    @Ignore
    boolean hasMore(boolean after) {
        return after == window.page().forward() && more || window.hasBeyond(after, parent);
    }
}
