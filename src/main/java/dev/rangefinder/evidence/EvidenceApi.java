package dev.rangefinder.evidence;

import dev.rangefinder.node.Node;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of citations and claims. */
@GraphQLApi
public class EvidenceApi implements NodeSource {

    /** All claims. */
    public static final EntityTable<Claim> CLAIMS =
            EntityTable.of(Claim.class, Order.ascending(ClaimOrderField.STRENGTH));

    /** All citations. */
    public static final EntityTable<Citation> CITATIONS =
            EntityTable.of(Citation.class, Citation_.CITATION_KEY, Order.ascending(CitationOrderField.KEY));

    static final ToOne<Claim, Citation> CITATION = CLAIMS.toOne(Claim_.SOURCE_ID, CITATIONS);

    private static final LinkTable<Citation, Citation> BASIS =
            new LinkTable<>("citation_basis", CITATIONS, "citation_id", CITATIONS, "basis_id");

    private static final EntityTable<SupportedSubject> SUPPORTED =
            EntityTable.of(SupportedSubject.class, Order.ascending(SupportedSubjectOrderField.ADDED));

    /** The claims about the objects of a type. */
    public static <S extends Keyed> Relation<S, Claim, Connection<Claim>> claimsAbout(Class<S> type) {
        return Subjects.claimsAbout(type);
    }

    private final Nodes nodes;

    EvidenceApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(CLAIMS, CITATIONS);
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

    @Query
    @Description("The claims of the catalogue, the strongest first by default.")
    public Connection<Claim> claims(PageRequest<ClaimFilter, ClaimOrderField> page) {
        return CLAIMS.page(page);
    }

    @Nullable @Name("citation")
    @Description("The principal citation of this record: that of the strongest claim that supports it.")
    @Reads(Fact_.CITATION_ID)
    public List<Citation> citationOfFact(@Source List<? extends Cited> facts) {
        return CITATIONS.named(facts.stream().map(Cited::citationId).toList());
    }

    @Name("claims")
    @Description("The claims about this object, the strongest first by default.")
    @Reads({})
    public List<Connection<Claim>> claimsAbout(
            @Source List<? extends Subject> subjects, PageRequest<ClaimFilter, ClaimOrderField> page) {
        List<Keyed> rows = subjects.stream().map(Keyed.class::cast).toList();
        return Subjects.<Keyed>claimsAbout(rows.get(0).getClass()).pages(rows, page);
    }

    @Description("The claims in this citation, the strongest first by default.")
    @Reads({})
    public List<Connection<Claim>> claims(
            @Source List<Citation> citations, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return CITATION.inverse().pages(citations, page);
    }

    @Name("claimsAbout")
    @Description("The claims about this citation, the strongest first by default.")
    @Reads({})
    public List<Connection<Claim>> claimsAboutCitation(
            @Source List<Citation> citations, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return claimsAbout(Citation.class).pages(citations, page);
    }

    @Description(
            "The citations that this citation relays, ordered by key by default. Their claims and those of this citation come from one source.")
    @Reads({})
    public List<Connection<Citation>> basedOn(
            @Source List<Citation> citations, PageRequest<CitationFilter, CitationOrderField> page) {
        return BASIS.toRight().pages(citations, page);
    }

    @Description("The citations that relay this citation, ordered by key by default.")
    @Reads({})
    public List<Connection<Citation>> relayedBy(
            @Source List<Citation> citations, PageRequest<CitationFilter, CitationOrderField> page) {
        return BASIS.toLeft().pages(citations, page);
    }

    @Description("The citation that contains the claim.")
    @Reads(Claim_.SOURCE_ID)
    public List<Citation> citation(@Source List<Claim> claims) {
        return CITATION.of(claims);
    }

    @Description("The object that the claim is about.")
    public List<Node> subject(@Source List<Claim> claims) {
        return nodes.find(claims.stream().map(Subjects::of).toList());
    }

    @Description(
            "The records that the citation supports by at least one claim, in the order in which they were added by default.")
    @Reads({})
    public List<Connection<SupportedSubject>> supports(
            @Source List<Citation> citations, PageRequest<SupportedSubjectFilter, SupportedSubjectOrderField> page) {
        return SUPPORTED.<Citation>by(SupportedSubject_.SOURCE_ID).pages(citations, page);
    }

    @Name("subject")
    @Description("The record.")
    public List<Node> supportedSubject(@Source List<SupportedSubject> supported) {
        return nodes.find(supported.stream().map(Subjects::of).toList());
    }
}
