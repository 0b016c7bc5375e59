package dev.rangefinder.search;

import dev.rangefinder.node.GlobalId;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** {@link SearchApi} reads the nodes of all edges of a page together. */
@Description("An edge in a paginated list of search results, with what the query matches.")
public class SearchEdge {

    private final SearchPosition position;
    private final String cursor;
    private final List<TextMatch> matches;

    SearchEdge(SearchPosition position, String cursor, List<TextMatch> matches) {
        this.position = position;
        this.cursor = cursor;
        this.matches = matches;
    }

    /** The global ID of the object at the end of the edge. */
    @Ignore
    GlobalId id() {
        return new GlobalId(SearchType.at(position.place()).type(), position.key());
    }

    @Description("The cursor of this edge, for use as `after` or `before` with the same query and types.")
    public String getCursor() {
        return cursor;
    }

    @Description("How well the object matches the query.")
    public SearchStage getStage() {
        return SearchStage.of(position.stage());
    }

    @Description(
            "The texts that the query matches: the name that it matches best, and the names of brands of a device that it matches.")
    public List<@NonNull TextMatch> getTextMatches() {
        return matches;
    }
}
