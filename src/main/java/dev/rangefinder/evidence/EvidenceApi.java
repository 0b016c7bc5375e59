package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Keyed;
import dev.rangefinder.graphql.Node;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.Nodes;
import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.PageRequest;
import dev.rangefinder.graphql.Relation;
import dev.rangefinder.sql.Table;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Citations, and the claims that they make. */
@GraphQLApi
public class EvidenceApi implements NodeSource {

    /** The citations. */
    public static final Table<Citation> CITATION = Table.of(Citation.class, "q");

    private static final Table<Claim> CLAIM = Table.of(Claim.class, "c");
    private static final Relation<Citation, Connection<Citation>> CITATIONS =
            Relation.all(CITATION, Order.ascending(CitationOrderField.KEY));
    private static final Relation<Claim, Connection<Claim>> CLAIMS =
            Relation.all(CLAIM, Order.ascending(ClaimOrderField.ADDED));

    private final Nodes nodes;

    EvidenceApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Table<Citation> nodes() {
        return CITATION;
    }

    /** One citation. */
    @Query
    @Nullable @Description("The document with this key; null when there is none.")
    public Citation citation(@Description("The key, such as `C3`.") String key) {
        return CITATION.find("key", key);
    }

    /** The documents that the catalogue cites. */
    @Query
    @Description("The documents that the catalogue cites.")
    public Connection<Citation> citations(PageRequest<CitationFilter, CitationOrderField> page) {
        return CITATIONS.page(page);
    }

    /** The document that makes the claim. */
    @Description("The document that makes the claim.")
    public List<Citation> citation(@Source List<Claim> claims) {
        return CITATION.one(claims, one -> one.citationId);
    }

    /** What claims are about. */
    @Description("What the claim is about.")
    public List<Node> subject(@Source List<Claim> claims) {
        return nodes.find(claims.stream().map(Claim::subject).toList());
    }

    /** Whether claims agree with what the catalogue holds. */
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

    /** What a document claims. */
    @Description("What the document claims.")
    public List<Connection<Claim>> claims(
            @Source List<Citation> citations, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return claimsOf(citations, "c.citation_id", page);
    }

    /** The claims that a column of theirs ties to each parent. Features attach them to their types. */
    public static List<Connection<Claim>> claimsOf(
            List<? extends Keyed> parents, String column, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return CLAIMS.by(column).pages(parents, page);
    }
}
