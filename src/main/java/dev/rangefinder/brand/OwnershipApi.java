package dev.rangefinder.brand;

import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.relay.RunsSeveralStatements;
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
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of ownerships, and of brands that own others. */
@GraphQLApi
public class OwnershipApi implements NodeSource {

    static final EntityTable<Ownership> OWNERSHIPS = EntityTable.ofList(Ownership.class);

    static final ToOne<Ownership, Brand> OWNERSHIP_OF = OWNERSHIPS.toOne(Ownership_.BRAND_ID, BrandApi.BRANDS);

    static final ToOne<Ownership, Brand> OWNER = OWNERSHIPS.toOne(Ownership_.OWNER_ID, BrandApi.BRANDS);

    private static final Relation<Brand, Brand, Connection<Brand>> OWNED =
            OWNER.inverse().to(OWNERSHIP_OF);

    private final Clock clock;

    OwnershipApi(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(OWNERSHIPS);
    }

    @Description("The owners of the brand, past and present, the earliest first.")
    @Reads({})
    public List<List<@NonNull Ownership>> ownerships(@Source List<Brand> brands) {
        return OWNERSHIP_OF.inverse().lists(brands, SortKey.ascending(Ownership_.SINCE), SortKey.ascending(Keyed_.KEY));
    }

    @Description("The owner.")
    @Reads(Ownership_.OWNER_ID)
    public List<Brand> owner(@Source List<Ownership> ownerships) {
        return OWNER.of(ownerships);
    }

    @RunsSeveralStatements
    @Nullable @Description("The brand that this brand belongs to on a given day. Null if there is none.")
    @Reads({})
    public List<Brand> parent(
            @Source List<Brand> brands,
            @Nullable @Description("The day, or the last day of a month or year. Defaults to today in UTC.")
                    PartialDate on) {
        LocalDate day = PartialDate.dayOf(on, CurrentDay.by(clock));
        return BrandApi.BRANDS.named(OWNERSHIP_OF.inverse().lists(brands, SortKey.ascending(Keyed_.KEY)).stream()
                .map(owners -> Ownership.ownerOn(day, owners))
                .toList());
    }

    @Description("The brands that belong to this brand or belonged to it, ordered by slug by default.")
    @Reads({})
    public List<Connection<Brand>> subBrands(
            @Source List<Brand> brands, PageRequest<BrandFilter, BrandOrderField> page) {
        return OWNED.pages(brands, page);
    }
}
