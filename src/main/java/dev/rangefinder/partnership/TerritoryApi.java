package dev.rangefinder.partnership;

import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.RunsSeveralStatements;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.ParentQuery;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of territories, and the territory that decides about a market. */
@GraphQLApi
public class TerritoryApi implements NodeSource {

    /** All territories. */
    public static final EntityTable<Territory> TERRITORIES = EntityTable.ofList(Territory.class);

    static final ToOne<Territory, Partnership> TERRITORY_OF =
            TERRITORIES.toOne(Territory_.PARTNERSHIP_ID, PartnershipApi.PARTNERSHIPS);

    /** The territory of each partnership that names the market or the closest region around it; an exclusion precedes. */
    private static final String DECIDING = """
        with recursive around (id, distance) as (
            select m.id, 0 from market m where m.code = ?
            union
            select p.parent_id, a.distance + 1 from market_parent p join around a on p.child_id = a.id)
        select distinct on (t.partnership_id) t.partnership_id, t.id
        from territory t join around a on a.id = t.market_id
        where t.partnership_id = any (?)
            and (t.since is null or t.since <= ?) and (t.until is null or t.until || '~' >= ?)
        order by t.partnership_id, a.distance, t.included, t.since desc nulls last, t.id\
        """;

    private final Clock clock;

    TerritoryApi(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(TERRITORIES);
    }

    @Description("The markets that are included in the territory of the partnership or excluded from it.")
    @Reads({})
    public List<List<@NonNull Territory>> territories(@Source List<Partnership> partnerships) {
        return TERRITORY_OF
                .inverse()
                .lists(partnerships, SortKey.descending(Territory_.INCLUDED), SortKey.ascending(Keyed_.KEY));
    }

    @RunsSeveralStatements
    @Nullable @Description(
            "The territory that decides about a market on a given day: of those that name the market or a region around it, the one closest to the market. Null if there is none.")
    @Reads({})
    public List<Territory> territoryIn(
            @Source List<Partnership> partnerships,
            @Description("The code of the market, such as `IN`.") String market,
            @Nullable @Description("The day, or the last day of a month or year. Defaults to today in UTC.")
                    PartialDate on) {
        String day = PartialDate.dayOf(on, LocalDate.now(clock)).toString();
        long[] keys = partnerships.stream().mapToLong(one -> one.key).distinct().toArray();
        List<List<Long>> found =
                ParentQuery.of(DECIDING, List.of(market, keys, day, day), partnerships, ResultSet::getLong);
        return TERRITORIES.named(found.stream()
                .map(keysOf -> keysOf.isEmpty() ? null : keysOf.get(0))
                .toList());
    }

    @Name("partnership")
    @Description("The partnership of the territory.")
    @Reads(Territory_.PARTNERSHIP_ID)
    public List<Partnership> partnershipOfTerritory(@Source List<Territory> territories) {
        return TERRITORY_OF.of(territories);
    }
}
