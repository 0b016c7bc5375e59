package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Keyed;
import dev.rangefinder.graphql.Node;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.Nodes;
import dev.rangefinder.graphql.OrderDirection;
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
    private static final Relation<Citation, CitationConnection.CitationEdge, CitationConnection> CITATIONS =
            Relation.all(CITATION, CitationConnection.CitationEdge::new, CitationConnection::new);
    private static final Relation<Claim, ClaimConnection.ClaimEdge, ClaimConnection> CLAIMS =
            Relation.all(CLAIM, ClaimConnection.ClaimEdge::new, ClaimConnection::new);

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
    public CitationConnection citations(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable CitationFilter filter,
            @Nullable CitationOrder orderBy) {
        return CITATIONS.page(PageRequest.of(first, after, last, before), filter, byKey(orderBy));
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
    public List<ClaimConnection> claims(
            @Source List<Citation> citations,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return claimsOf(citations, "c.citation_id", PageRequest.of(first, after, last, before), filter, orderBy);
    }

    /** The claims that a column of theirs ties to each parent. Features attach them to their types. */
    public static List<ClaimConnection> claimsOf(
            List<? extends Keyed> parents,
            String column,
            PageRequest page,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return CLAIMS.by(column).pages(parents, page, filter, byEntry(orderBy));
    }

    private static CitationOrder byKey(@Nullable CitationOrder asked) {
        return asked == null ? new CitationOrder(CitationOrderField.KEY, OrderDirection.ASC) : asked;
    }

    private static ClaimOrder byEntry(@Nullable ClaimOrder asked) {
        return asked == null ? new ClaimOrder(ClaimOrderField.ADDED, OrderDirection.ASC) : asked;
    }
}
