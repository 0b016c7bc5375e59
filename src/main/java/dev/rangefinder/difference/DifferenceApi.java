package dev.rangefinder.difference;

import dev.rangefinder.change.KeptHistory;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.history.PropertyChange;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.node.Node;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.relay.RunsSeveralStatements;
import dev.rangefinder.store.ParentQuery;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** What differs between two moments: about objects, and around partnerships. */
@GraphQLApi
public class DifferenceApi {

    private static final String FROM = "The first moment.";
    private static final String TO =
            "The second moment, which is not before the first. By default the revision that the operation reads, which is the latest possible.";

    private static final String PROPERTIES =
            "select d.n, p.* from %s cross join lateral difference_properties(%s) with ordinality p order by d.n, p.ordinality"
                    .formatted(DifferenceColumns.FROM, DifferenceColumns.ARGUMENTS);

    /** Nanoseconds to compare the properties of an object. */
    private static final long COMPARISON = 1_000_000;

    private final Nodes nodes;
    private final KeptHistory kept;

    DifferenceApi(Nodes nodes, KeptHistory kept) {
        this.nodes = nodes;
        this.kept = kept;
    }

    @Query
    @RunsSeveralStatements
    @Description("What differs about an object between two moments, whether it still exists or not.")
    public Difference diff(
            @Id @Description("The ID of the object.") String id,
            @Description(FROM) MomentInput from,
            @Nullable @Description(TO) MomentInput to) {
        kept.read();
        GlobalId decoded = nodes.decode(id);
        return NodeComparison.of(Period.of(from, to), decoded.type(), List.of(decoded.key()))
                .get(0)
                .orElseThrow(() -> new InputException(ErrorCode.NODE_NOT_FOUND, "No object has ever had this ID."));
    }

    @Name("diff")
    @RunsSeveralStatements
    @Description("What differs about this object between two moments.")
    @Reads({})
    public List<Difference> ofNodes(
            @Source List<? extends Node> objects,
            @Description(FROM) MomentInput from,
            @Nullable @Description(TO) MomentInput to) {
        kept.read();
        List<Long> keys = objects.stream().map(object -> ((Keyed) object).key).toList();
        String type = objects.get(0).getClass().getSimpleName();
        return NodeComparison.of(Period.of(from, to), type, keys).stream()
                .map(found -> found.orElseThrow())
                .toList();
    }

    @Nullable @Description("The object, as the operation reads it. Null if it does not exist any more.")
    public List<Node> node(@Source List<Difference> differences) {
        return nodes.find(differences.stream().map(Difference::id).toList());
    }

    @Description(
            "The properties that differ, with the values at both moments. Those that others derive, such as the standing, are among them.")
    public List<List<@NonNull PropertyChange>> properties(@Source List<Difference> differences) {
        List<Long> numbers =
                LongStream.rangeClosed(1, differences.size()).boxed().toList();
        return ParentQuery.ofKeys(
                PROPERTIES,
                new DifferenceColumns(differences).parameters(),
                differences.size() * COMPARISON,
                numbers,
                PropertyChange::read);
    }

    @Description(
            "The claims about the object that differ: those that came (`ADDED`), those that went (`REMOVED`), and those that say something else. Their properties are what they say and said. Claims have none.")
    public List<Connection<Difference>> claims(
            @Source List<Difference> differences,
            @Nullable @Description(PageRequest.FIRST) Integer first,
            @Nullable @Description(PageRequest.AFTER) String after,
            @Nullable @Description(PageRequest.LAST) Integer last,
            @Nullable @Description(PageRequest.BEFORE) String before) {
        return new DifferencePage(
                        DifferenceList.CLAIMS, differences, new PageRequest<>(first, after, last, before, null, null))
                .read();
    }

    @Nullable @Description(
            "The objects around a partnership that differ, or have other claims: its members, territories, terms, contributions and collaborations, its devices with their launches and prices, and the figures and events of its members and its own, in this order. An object that came to the partnership is `ADDED`, and one that left it `REMOVED`, even if it existed at both moments. Null for an object that is no partnership.")
    public List<Connection<Difference>> neighbourhood(
            @Source List<Difference> differences,
            @Nullable @Description(PageRequest.FIRST) Integer first,
            @Nullable @Description(PageRequest.AFTER) String after,
            @Nullable @Description(PageRequest.LAST) Integer last,
            @Nullable @Description(PageRequest.BEFORE) String before) {
        PageRequest<?, ?> page = new PageRequest<>(first, after, last, before, null, null);
        List<Difference> partnerships =
                differences.stream().filter(Difference::isOfPartnership).toList();
        Iterator<Connection<Difference>> pages = new DifferencePage(DifferenceList.NEIGHBOURHOOD, partnerships, page)
                .read()
                .iterator();
        List<Connection<Difference>> found = new ArrayList<>();
        differences.forEach(difference -> found.add(difference.isOfPartnership() ? pages.next() : null));
        return found;
    }
}
