package dev.rangefinder.evidence;

import dev.rangefinder.node.Node;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of citations and claims. */
@GraphQLApi
public class EvidenceApi implements NodeSource {

    /** All claims. */
    public static final EntityTable<Claim> CLAIMS = EntityTable.of(Claim.class, Order.ascending(ClaimOrderField.ADDED));

    private static final EntityTable<Citation> CITATIONS =
            EntityTable.of(Citation.class, Citation_.CITATION_KEY, Order.ascending(CitationOrderField.KEY));
    static final ToOne<Claim, Citation> CITATION = CLAIMS.toOne(Claim_.CITATION_ID, CITATIONS);

    private final Nodes nodes;

    EvidenceApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public EntityTable<Citation> nodes() {
        return CITATIONS;
    }

    @Query
    @Nullable @Description("The citation with the given key. Null if it does not exist.")
    public Citation citation(@Description("The key of the citation, such as `C3`.") String key) {
        return CITATIONS.find(key);
    }

    @Query
    @Description("The citations of the catalogue, ordered by key by default.")
    public Connection<Citation> citations(PageRequest<CitationFilter, CitationOrderField> page) {
        return CITATIONS.page(page);
    }

    @Nullable @Name("citation")
    @Description("The citation that this record is taken from. Null if there is none.")
    @Reads(Fact_.CITATION_ID)
    public List<Citation> citationOfFact(@Source List<? extends Cited> facts) {
        return CITATIONS.named(facts.stream().map(Cited::citationId).toList());
    }

    @Name("claims")
    @Description("The claims about this object, in the order in which they were added by default.")
    @Reads({})
    public List<Connection<Claim>> claimsAbout(
            @Source List<? extends Subject> subjects, PageRequest<ClaimFilter, ClaimOrderField> page) {
        List<Keyed> rows = subjects.stream().map(Keyed.class::cast).toList();
        return CLAIMS.by(Subjects.keyOf(rows.get(0).getClass())).pages(rows, page);
    }

    @Description("The claims in this citation, in the order in which they were added by default.")
    public List<Connection<Claim>> claims(
            @Source List<Citation> citations, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return CITATION.inverse().pages(citations, page);
    }

    @Description("The citation that contains the claim.")
    public List<Citation> citation(@Source List<Claim> claims) {
        return CITATION.of(claims);
    }

    @Description("The object that the claim is about.")
    public List<Node> subject(@Source List<Claim> claims) {
        return nodes.find(claims.stream().map(Subjects::of).toList());
    }

    @Nullable @Description(
            "Whether the value of the claim agrees with the value in the catalogue, compared at the lower precision of the two. Null if either value is missing.")
    public List<Boolean> agrees(@Source List<Claim> claims) {
        List<Node> subjects = subject(claims);
        return IntStream.range(0, claims.size())
                .mapToObj(i -> claims.get(i).agreesWith(storedValue(claims.get(i), subjects.get(i))))
                .toList();
    }

    private @Nullable Object storedValue(Claim claim, Node subject) {
        return claim.property == null ? null : nodes.valueOf(subject, claim.property);
    }
}
