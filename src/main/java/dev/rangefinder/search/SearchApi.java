package dev.rangefinder.search;

import dev.rangefinder.node.Named;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.relay.RunsSeveralStatements;
import io.smallrye.graphql.api.Nullable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Search for objects of all types. */
@GraphQLApi
public class SearchApi {

    private final Nodes nodes;

    SearchApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Query
    @Description(
            "The objects with a name, alias, slug, code, key or title that matches a query, the best matches first: see `SearchStage`. Within a stage, brands precede partnerships, devices, markets, events, speakers and citations.")
    public SearchConnection search(
            @Description(
                            "The query: at most 100 characters and 10 words. Two characters are enough, or one in scripts without spaces.")
                    String query,
            @Nullable @Description("The types to search for. Defaults to all.") List<@NonNull SearchType> types,
            @Nullable @Description(PageRequest.FIRST) Integer first,
            @Nullable @Description(PageRequest.AFTER) String after,
            @Nullable @Description(PageRequest.LAST) Integer last,
            @Nullable @Description(PageRequest.BEFORE) String before) {
        return new SearchPage(SearchQuery.of(query, types), new PageRequest<>(first, after, last, before, null, null))
                .read();
    }

    @RunsSeveralStatements
    @Description("The object at the end of the edge.")
    public List<Named> node(@Source List<SearchEdge> edges) {
        return named(edges.stream());
    }

    @RunsSeveralStatements
    @Description("The objects of this page, in the order of the edges.")
    public List<List<@NonNull Named>> nodes(@Source List<SearchConnection> connections) {
        Iterator<Named> found = named(connections.stream().flatMap(page -> page.getEdges().stream()))
                .iterator();
        return connections.stream()
                .map(page -> Stream.generate(found::next)
                        .limit(page.getEdges().size())
                        .toList())
                .toList();
    }

    private List<Named> named(Stream<SearchEdge> edges) {
        return nodes.find(edges.map(SearchEdge::id).toList()).stream()
                .map(Named.class::cast)
                .toList();
    }
}
