package dev.rangefinder.node;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.PageRequest;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Finds objects by global id: Relay Global Object Identification Specification. */
@GraphQLApi
public class NodeApi {

    private final Nodes nodes;

    NodeApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Query
    @Nullable @Description("The object with the given ID. Null if it no longer exists.")
    public Node node(@Id @Description("The ID of the object.") String id) {
        return nodes(List.of(id)).get(0);
    }

    @Query
    @Description("The objects with the given IDs, in the same order. Null for each object that no longer exists.")
    public List<Node> nodes(@Id @Description("The IDs of the objects: at most 100.") List<@NonNull String> ids) {
        if (ids.size() > PageRequest.MAXIMUM) {
            throw new InputException(
                    ErrorCode.INVALID_PAGE_SIZE,
                    "`ids` has " + ids.size() + " IDs, but the maximum is " + PageRequest.MAXIMUM + ".");
        }
        return nodes.find(ids.stream().map(nodes::decode).toList());
    }
}
