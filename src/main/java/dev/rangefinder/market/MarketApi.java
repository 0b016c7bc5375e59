package dev.rangefinder.market;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrderField;
import dev.rangefinder.brand.Brand_;
import dev.rangefinder.device.Variant;
import dev.rangefinder.device.VariantApi;
import dev.rangefinder.device.Variant_;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.partnership.Territory;
import dev.rangefinder.partnership.TerritoryApi;
import dev.rangefinder.partnership.Territory_;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of markets. */
@GraphQLApi
public class MarketApi implements NodeSource {

    /** All markets. */
    public static final EntityTable<Market> MARKETS =
            EntityTable.of(Market.class, Market_.CODE, Order.ascending(MarketOrderField.CODE));

    /** The home market of a brand, and the brands of a home market. */
    public static final ToOne<Brand, Market> HOME_MARKET = BrandApi.BRANDS.toOne(Brand_.HOME_MARKET_ID, MARKETS);

    /** The market of a territory, and the territories of a market. */
    public static final ToOne<Territory, Market> OF_TERRITORY =
            TerritoryApi.TERRITORIES.toOne(Territory_.MARKET_ID, MARKETS);

    /** The market of a variant, and the variants of a market. */
    public static final ToOne<Variant, Market> OF_VARIANT = VariantApi.VARIANTS.toOne(Variant_.MARKET_ID, MARKETS);

    private static final LinkTable<Market, Market> PARENTS =
            new LinkTable<>("market_parent", MARKETS, "child_id", MARKETS, "parent_id");

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(MARKETS);
    }

    @Query
    @Nullable @Description("The market with the given code. Null if it does not exist.")
    public Market market(
            @Description(
                            "The ISO 3166-1 alpha-2 code of a country, such as `IN`, or the UN M49 code of a region, such as `001`.")
                    String code) {
        return MARKETS.find(code);
    }

    @Query
    @Description("The markets of the catalogue, ordered by code by default.")
    public Connection<Market> markets(PageRequest<MarketFilter, MarketOrderField> page) {
        return MARKETS.page(page);
    }

    @Description("The regions that directly contain the market, ordered by code by default.")
    @Reads({})
    public List<Connection<Market>> parents(
            @Source List<Market> markets, PageRequest<MarketFilter, MarketOrderField> page) {
        return PARENTS.toRight().pages(markets, page);
    }

    @Description("The markets that this market directly contains, ordered by code by default.")
    @Reads({})
    public List<Connection<Market>> children(
            @Source List<Market> markets, PageRequest<MarketFilter, MarketOrderField> page) {
        return PARENTS.toLeft().pages(markets, page);
    }

    @Description("The brands with this home market, ordered by slug by default.")
    @Reads({})
    public List<Connection<Brand>> brands(
            @Source List<Market> markets, PageRequest<BrandFilter, BrandOrderField> page) {
        return HOME_MARKET.inverse().pages(markets, page);
    }

    @Nullable @Description("The home market of the brand. Null if unknown.")
    @Reads(Brand_.HOME_MARKET_ID)
    public List<Market> homeMarket(@Source List<Brand> brands) {
        return HOME_MARKET.of(brands);
    }

    @Description("The market that is included in the territory or excluded from it.")
    @Reads(Territory_.MARKET_ID)
    public List<Market> market(@Source List<Territory> territories) {
        return OF_TERRITORY.of(territories);
    }

    @Nullable @Name("market")
    @Description("The market that the variant is made for. Null if not stated.")
    @Reads(Variant_.MARKET_ID)
    public List<Market> marketOfVariant(@Source List<Variant> variants) {
        return OF_VARIANT.of(variants);
    }
}
