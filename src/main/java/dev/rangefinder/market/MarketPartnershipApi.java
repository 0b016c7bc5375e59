package dev.rangefinder.market;

import dev.rangefinder.market.MarketPartnershipConnection.MarketPartnershipEdge;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.partnership.PartnershipOrderField;
import dev.rangefinder.partnership.Territory;
import dev.rangefinder.partnership.TerritoryApi;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** The partnerships that a market belongs to or is excluded from, each with the territory that decides. */
@GraphQLApi
public class MarketPartnershipApi {

    private static final Relation<Market, Partnership, MarketPartnershipConnection> PARTNERSHIPS = new LinkTable<>(
                    "market_territory", MarketApi.MARKETS, PartnershipApi.PARTNERSHIPS)
            .toRight()
            .with(
                    List.of("territory_id", "included", "exclusive"),
                    (row, first) -> new MarketPartnershipEdge(
                            row.getLong(first), row.getBoolean(first + 1), row.getObject(first + 2, Boolean.class)),
                    MarketPartnershipConnection::new);

    private final TerritoryApi territories;

    MarketPartnershipApi(TerritoryApi territories) {
        this.territories = territories;
    }

    @Description(
            "The partnerships whose territory includes or excludes the market on a given day, ordered by slug by default. A region stands for the markets inside it, unless a territory closer to the market decides.")
    @Reads({})
    public List<MarketPartnershipConnection> partnerships(
            @Source List<Market> markets,
            @Nullable @Description("The day, or the last day of a month or year. Defaults to today in UTC.")
                    PartialDate on,
            @Nullable @Description(
                            "Only partnerships whose territory includes the market, or only those that exclude it.")
                    Boolean included,
            PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return territories.deciding(PARTNERSHIPS, on, included).pages(markets, page);
    }

    @Description(
            "The territory that decides about the market: of those that name it or a region around it, the one closest to it.")
    @Reads({})
    public List<Territory> territory(@Source List<MarketPartnershipEdge> edges) {
        return TerritoryApi.TERRITORIES.named(
                edges.stream().map(MarketPartnershipEdge::territory).toList());
    }
}
