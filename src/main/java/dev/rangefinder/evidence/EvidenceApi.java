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
    @Nullable @Description("The document with this key; null when there is none.")
    public Citation citation(@Description("The key, such as `C3`.") String key) {
        return CITATIONS.find(key);
    }

    @Query
    @Description("The documents that the catalogue cites.")
    public Connection<Citation> citations(PageRequest<CitationFilter, CitationOrderField> page) {
        return CITATIONS.page(page);
    }

    @Nullable @Name("citation")
    @Description("The document that the entry is taken from.")
    @Reads(Fact_.CITATION_ID)
    public List<Citation> citationOfFact(@Source List<? extends Cited> facts) {
        return CITATIONS.named(facts.stream().map(Cited::citationId).toList());
    }

    @Name("claims")
    @Description("What citations say about it.")
    @Reads({})
    public List<Connection<Claim>> claimsAbout(
            @Source List<? extends Subject> subjects, PageRequest<ClaimFilter, ClaimOrderField> page) {
        List<Keyed> rows = subjects.stream().map(Keyed.class::cast).toList();
        return CLAIMS.by(Subjects.keyOf(rows.get(0).getClass())).pages(rows, page);
    }

    @Description("What the document claims.")
    public List<Connection<Claim>> claims(
            @Source List<Citation> citations, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return CITATION.inverse().pages(citations, page);
    }

    @Description("The document that makes the claim.")
    public List<Citation> citation(@Source List<Claim> claims) {
        return CITATION.of(claims);
    }

    @Description("What the claim is about.")
    public List<Node> subject(@Source List<Claim> claims) {
        return nodes.find(claims.stream().map(Subjects::of).toList());
    }

    @Nullable @Description(
            "Whether the value of the claim agrees with the one that the catalogue holds, as far as both are precise; "
                    + "null when the claim gives no value, or the catalogue holds none.")
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
