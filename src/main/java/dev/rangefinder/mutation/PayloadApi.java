package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.node.Node;
import dev.rangefinder.node.Nodes;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** The records that payloads and their errors are about, which are read after the change. */
@GraphQLApi
public class PayloadApi {

    private final Nodes nodes;

    PayloadApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Nullable @Description("The record that exists already. Null if it is unknown.")
    public List<Node> existing(@Source List<AlreadyExists> errors) {
        return nodesOf(errors, AlreadyExists::id);
    }

    @Nullable @Description("The record as it is now. Null if it has been removed meanwhile.")
    public List<Node> current(@Source List<StaleVersion> errors) {
        return nodesOf(errors, StaleVersion::id);
    }

    @Nullable @Description("The record after all changes. Null if the change has removed it, or a later one has.")
    public List<Node> node(@Source List<AppliedChange> changes) {
        return nodesOf(changes, AppliedChange::node);
    }

    @Nullable @Description("The record that the later revision changed. Null if it has been removed.")
    public List<Node> record(@Source List<ChangedLater> errors) {
        return nodesOf(errors, ChangedLater::id);
    }

    private <E> List<Node> nodesOf(List<E> sources, Function<E, @org.jspecify.annotations.Nullable GlobalId> idOf) {
        List<GlobalId> known =
                sources.stream().map(idOf).filter(Objects::nonNull).toList();
        List<Node> found = known.isEmpty() ? List.of() : nodes.find(known);
        List<Node> all = new ArrayList<>();
        int next = 0;
        for (E source : sources) {
            all.add(idOf.apply(source) == null ? null : found.get(next++));
        }
        return all;
    }
}
