package dev.rangefinder.partnership;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.partnership.BrandPartnershipConnection.BrandPartnershipEdge;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.store.CurrentDay;
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
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of partnerships and their members. */
@GraphQLApi
public class PartnershipApi implements NodeSource {

    /** All partnerships. */
    public static final EntityTable<Partnership> PARTNERSHIPS =
            EntityTable.of(Partnership.class, Partnership_.SLUG, Order.ascending(PartnershipOrderField.SLUG));

    static final EntityTable<Member> MEMBERS = EntityTable.ofList(Member.class);

    static final ToOne<Member, Partnership> MEMBER_OF = MEMBERS.toOne(Member_.PARTNERSHIP_ID, PARTNERSHIPS);

    static final ToOne<Member, Brand> MEMBER_BRAND = MEMBERS.toOne(Member_.BRAND_ID, BrandApi.BRANDS);

    /** The partnerships of a brand, with its role in each. */
    public static final Relation<Brand, Partnership, BrandPartnershipConnection> OF_BRAND = MEMBER_BRAND
            .inverse()
            .to(MEMBER_OF)
            .with(
                    List.of(MEMBERS.columnName(Member_.ROLE)),
                    (row, first) -> new BrandPartnershipEdge(MemberRole.valueOf(row.getString(first))),
                    BrandPartnershipConnection::new);

    static final ToOne<Partnership, Partnership> SUCCEEDS = PARTNERSHIPS.toOne(Partnership_.SUCCEEDS_ID, PARTNERSHIPS);

    private final Clock clock;

    PartnershipApi(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(PARTNERSHIPS, MEMBERS);
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
    @Reads({
        Partnership_.SIGNED_ON,
        Partnership_.ANNOUNCED_ON,
        Partnership_.STARTED_ON,
        Partnership_.ENDED_ON,
        Partnership_.ONGOING
    })
    public List<PartnershipStatus> status(
            @Source List<Partnership> partnerships,
            @Nullable @Description("The day, or the last day of a month or year. Defaults to today in UTC.")
                    PartialDate on) {
        LocalDate today = CurrentDay.known(clock);
        LocalDate day = PartialDate.dayOf(on, CurrentDay.by(clock));
        return partnerships.stream()
                .map(partnership -> partnership.statusOn(day, today))
                .toList();
    }

    @Nullable @Description("The partnership that this one succeeds. Null if there is none.")
    @Reads(Partnership_.SUCCEEDS_ID)
    public List<Partnership> succeeds(@Source List<Partnership> partnerships) {
        return SUCCEEDS.of(partnerships);
    }

    @Description("The partnerships that succeed this one, ordered by slug by default.")
    @Reads({})
    public List<Connection<Partnership>> successors(
            @Source List<Partnership> partnerships, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return SUCCEEDS.inverse().pages(partnerships, page);
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

    @Name("partnership")
    @Description("The partnership of the member.")
    @Reads(Member_.PARTNERSHIP_ID)
    public List<Partnership> partnershipOfMember(@Source List<Member> members) {
        return MEMBER_OF.of(members);
    }

    @Description("The partnerships of the brand, ordered by slug by default.")
    @Reads({})
    public List<BrandPartnershipConnection> partnerships(
            @Source List<Brand> brands, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return OF_BRAND.pages(brands, page);
    }
}
