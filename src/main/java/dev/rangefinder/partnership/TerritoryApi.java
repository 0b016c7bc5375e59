package dev.rangefinder.partnership;

import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.RunsSeveralStatements;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.store.CurrentDay;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.ParentQuery;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Arrays;
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

    /** The rows of {@code market_territory} with the territories that decide on a day, and that include the market or not. */
    private static final String DECIDING = "market_territory_on(?, ?)";

    private static final String DECIDING_IN_MARKET = "select partnership_id, territory_id from " + DECIDING
            + " where market_id = (select id from market where code = ?) and partnership_id = any (?)";

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
        String day = dayOf(on);
        long[] keys = partnerships.stream().mapToLong(one -> one.key).distinct().toArray();
        List<List<Long>> found = ParentQuery.of(
                DECIDING_IN_MARKET, Arrays.asList(day, null, market, keys), partnerships, ResultSet::getLong);
        return TERRITORIES.named(found.stream()
                .map(keysOf -> keysOf.isEmpty() ? null : keysOf.get(0))
                .toList());
    }

    /**
     * A relation through the territories that decide about markets.
     *
     * @param relation a relation through {@code market_territory}
     * @param on the day, or the last day of a month or year; null for today
     * @param included whether these territories include the market; null for both
     */
    public <P extends Keyed, N extends Keyed, C extends Connection<N>> Relation<P, N, C> deciding(
            Relation<P, N, C> relation,
            @org.jspecify.annotations.Nullable PartialDate on,
            @org.jspecify.annotations.Nullable Boolean included) {
        return relation.through(DECIDING, dayOf(on), included);
    }

    private String dayOf(@org.jspecify.annotations.Nullable PartialDate on) {
        return PartialDate.dayOf(on, CurrentDay.by(clock)).toString();
    }

    @Name("partnership")
    @Description("The partnership of the territory.")
    @Reads(Territory_.PARTNERSHIP_ID)
    public List<Partnership> partnershipOfTerritory(@Source List<Territory> territories) {
        return TERRITORY_OF.of(territories);
    }
}
