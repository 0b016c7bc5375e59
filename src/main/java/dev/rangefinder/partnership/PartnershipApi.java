package dev.rangefinder.partnership;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.partnership.BrandPartnershipConnection.BrandPartnershipEdge;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of partnerships, their members, territories and terms. */
@GraphQLApi
public class PartnershipApi implements NodeSource {

    /** All partnerships. */
    public static final EntityTable<Partnership> PARTNERSHIPS =
            EntityTable.of(Partnership.class, Partnership_.SLUG, Order.ascending(PartnershipOrderField.SLUG));

    /** All territories. */
    public static final EntityTable<Territory> TERRITORIES = EntityTable.ofList(Territory.class);

    /** The partnership of a territory, and the territories of a partnership. */
    public static final ToOne<Territory, Partnership> TERRITORY_OF =
            TERRITORIES.toOne(Territory_.PARTNERSHIP_ID, PARTNERSHIPS);

    private static final EntityTable<Member> MEMBERS = EntityTable.ofList(Member.class);
    static final ToOne<Member, Partnership> MEMBER_OF = MEMBERS.toOne(Member_.PARTNERSHIP_ID, PARTNERSHIPS);
    static final ToOne<Member, Brand> MEMBER_BRAND = MEMBERS.toOne(Member_.BRAND_ID, BrandApi.BRANDS);

    /** The partnerships of a brand, with its role in each. */
    public static final Relation<Brand, Partnership, BrandPartnershipConnection> OF_BRAND = MEMBER_BRAND
            .inverse()
            .to(MEMBER_OF)
            .with(
                    MEMBERS,
                    Member_.ROLE,
                    role -> new BrandPartnershipEdge(MemberRole.valueOf(role)),
                    BrandPartnershipConnection::new);

    private static final ToOne<Term, Partnership> TERM_OF =
            EntityTable.ofList(Term.class).toOne(Term_.PARTNERSHIP_ID, PARTNERSHIPS);

    private final Clock clock;

    PartnershipApi(Clock clock) {
        this.clock = clock;
    }

    @Override
    public EntityTable<Partnership> nodes() {
        return PARTNERSHIPS;
    }

    @Query
    @Nullable @Description("The partnership with the given slug. Null if it does not exist.")
    public Partnership partnership(@Description("The slug of the partnership, such as `leica-xiaomi`.") String slug) {
        return PARTNERSHIPS.find(slug);
    }

    @Query
    @Description("The partnerships of the catalogue, ordered by slug by default.")
    public Connection<Partnership> partnerships(PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return PARTNERSHIPS.page(page);
    }

    @Description("The status of the partnership on a given day, derived from its dates.")
    @Reads({Partnership_.ANNOUNCED_ON, Partnership_.STARTED_ON, Partnership_.ENDED_ON})
    public List<PartnershipStatus> status(
            @Source List<Partnership> partnerships,
            @Nullable @Description("The day, or the last day of a month or year. Defaults to today in UTC.")
                    PartialDate on) {
        LocalDate day = on == null ? LocalDate.now(clock) : on.last();
        return partnerships.stream()
                .map(partnership -> partnership.statusOn(day))
                .toList();
    }

    @Description("The members of the partnership, each with its role.")
    @Reads({})
    public List<List<@NonNull Member>> members(@Source List<Partnership> partnerships) {
        return MEMBER_OF
                .inverse()
                .lists(partnerships, SortKey.ascending(Member_.ROLE), SortKey.ascending(Member_.BRAND_ID));
    }

    @Description("The brand that is the member.")
    @Reads(Member_.BRAND_ID)
    public List<Brand> brand(@Source List<Member> members) {
        return MEMBER_BRAND.of(members);
    }

    @Description("The markets that are included in the territory of the partnership or excluded from it.")
    @Reads({})
    public List<List<@NonNull Territory>> territories(@Source List<Partnership> partnerships) {
        return TERRITORY_OF
                .inverse()
                .lists(partnerships, SortKey.descending(Territory_.INCLUDED), SortKey.ascending(Keyed_.KEY));
    }

    @Description("The terms of the partnership, and its results.")
    @Reads({})
    public List<List<@NonNull Term>> terms(@Source List<Partnership> partnerships) {
        return TERM_OF.inverse().lists(partnerships, SortKey.ascending(Keyed_.KEY));
    }

    @Description("The partnerships of the brand, ordered by slug by default.")
    @Reads({})
    public List<BrandPartnershipConnection> partnerships(
            @Source List<Brand> brands, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return OF_BRAND.pages(brands, page);
    }
}
