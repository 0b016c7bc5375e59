package dev.rangefinder.partnership;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrderField;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.PageRequest;
import dev.rangefinder.graphql.PartialDate;
import dev.rangefinder.graphql.Reads;
import dev.rangefinder.graphql.Relation;
import dev.rangefinder.sql.Table;
import io.smallrye.graphql.api.Nullable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Partnerships, their members, territories and terms. */
@GraphQLApi
public class PartnershipApi implements NodeSource {

    /** The partnerships. */
    public static final Table<Partnership> PARTNERSHIP = Table.of(Partnership.class, "p");

    /** All partnerships. */
    public static final Relation<Partnership, Connection<Partnership>> PARTNERSHIPS =
            Relation.all(PARTNERSHIP, Order.ascending(PartnershipOrderField.SLUG));

    private static final Relation<Partnership, BrandPartnershipConnection> OF_BRAND = new Relation<>(
            PARTNERSHIP,
            new Relation.Link("member", "m", "m.partnership_id"),
            "m.brand_id",
            PARTNERSHIPS.order(),
            "m.role,",
            row -> new BrandPartnershipConnection.BrandPartnershipEdge(MemberRole.valueOf(row.getString(2))),
            BrandPartnershipConnection::new);
    private static final Table<Member> MEMBER = Table.of(Member.class, "m");
    private static final Table<Territory> TERRITORY = Table.of(Territory.class, "t");
    private static final Table<Term> TERM = Table.of(Term.class, "t");

    private final Clock clock;

    PartnershipApi(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Table<Partnership> nodes() {
        return PARTNERSHIP;
    }

    /** One partnership. */
    @Query
    @Nullable @Description("The partnership with this slug; null when there is none.")
    public Partnership partnership(@Description("The slug, such as `leica-xiaomi`.") String slug) {
        return PARTNERSHIP.find("slug", slug);
    }

    /** The partnerships of the catalogue. */
    @Query
    @Description("The partnerships of the catalogue.")
    public Connection<Partnership> partnerships(PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return PARTNERSHIPS.page(page);
    }

    /** Where partnerships stand on a day. */
    @Description("Where the partnership stands on a day.")
    @Reads({"announcedOn", "startedOn", "endedOn"})
    public List<PartnershipStatus> status(
            @Source List<Partnership> partnerships,
            @Nullable @Description("The day; today, in UTC, when it is left out. Of a month or year, the last day.")
                    PartialDate on) {
        LocalDate day = on == null ? LocalDate.now(clock) : on.last();
        return partnerships.stream().map(one -> one.statusOn(day)).toList();
    }

    /** The members of partnerships. */
    @Description("The brands that work together, each in a part of its own.")
    @Reads({})
    public List<List<@NonNull Member>> members(@Source List<Partnership> partnerships) {
        return MEMBER.many(partnerships, one -> one.key, "partnership_id", "m.role, m.brand_id");
    }

    /** The brand that a member is. */
    @Description("The brand that plays this part.")
    @Reads("brandId")
    public List<Brand> brand(@Source List<Member> members) {
        return BrandApi.BRAND.one(members, one -> one.brandId);
    }

    /** Where partnerships hold. */
    @Description("Where the partnership holds, and where it does not.")
    @Reads({})
    public List<List<@NonNull Territory>> territories(@Source List<Partnership> partnerships) {
        return TERRITORY.many(partnerships, one -> one.key, "partnership_id", "t.included desc, t.id");
    }

    /** What the partners agreed on. */
    @Description("What the partners agreed on, and what came of it.")
    @Reads({})
    public List<List<@NonNull Term>> terms(@Source List<Partnership> partnerships) {
        return TERM.many(partnerships, one -> one.key, "partnership_id", "t.id");
    }

    /** The partnerships of the brand. */
    @Description("The partnerships of the brand.")
    @Reads({})
    public List<BrandPartnershipConnection> partnerships(
            @Source List<Brand> brands, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return OF_BRAND.pages(brands, page);
    }

    /** The document that the entry is taken from. */
    @Nullable @Name("citation")
    @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citationOfTerritory(@Source List<Territory> territories) {
        return EvidenceApi.CITATION.one(territories, one -> one.citationId);
    }

    /** The document that the entry is taken from. */
    @Nullable @Name("citation")
    @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citationOfTerm(@Source List<Term> terms) {
        return EvidenceApi.CITATION.one(terms, one -> one.citationId);
    }

    /** The document that the entry is taken from. */
    @Nullable @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citation(@Source List<Partnership> partnerships) {
        return EvidenceApi.CITATION.one(partnerships, one -> one.citationId);
    }

    /** What citations say about it. */
    @Description("What citations say about it.")
    @Reads({})
    public List<Connection<Claim>> claims(
            @Source List<Partnership> partnerships, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return EvidenceApi.claimsOf(partnerships, "c.partnership_id", page);
    }
}
