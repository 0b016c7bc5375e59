package dev.rangefinder.search;

import dev.rangefinder.relay.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * It has no count, because to find all results takes much longer than to find the best. {@link SearchApi} reads the nodes of all
 * edges together.
 */
@Description("A paginated list of search results.")
public class SearchConnection {

    private final SearchPage page;
    private final List<SearchEdge> edges;
    private final boolean more;

    /**
     * Creates a page.
     *
     * @param more whether there are edges after it, or before it if it was read backwards
     */
    SearchConnection(SearchPage page, List<SearchEdge> edges, boolean more) {
        this.page = page;
        this.edges = edges;
        this.more = more;
    }

    @Description("The edges of this page, the best matches first.")
    public List<@NonNull SearchEdge> getEdges() {
        return edges;
    }

    @Description("Pagination information about this page.")
    public PageInfo getPageInfo() {
        return new PageInfo(this::hasMore, edges.size(), edge -> edges.get(edge).getCursor());
    }

    private boolean hasMore(boolean after) {
        return after == page.forward() && more || page.hasBeyond(after);
    }
}
