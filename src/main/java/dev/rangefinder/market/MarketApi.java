package dev.rangefinder.market;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrderField;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrderField;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.PageRequest;
import dev.rangefinder.graphql.Reads;
import dev.rangefinder.graphql.Relation;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.partnership.PartnershipOrderField;
import dev.rangefinder.partnership.Territory;
import dev.rangefinder.sql.Table;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Markets. */
@GraphQLApi
public class MarketApi implements NodeSource {

    /** The markets. */
    public static final Table<Market> MARKET = Table.of(Market.class, "k");

    private static final Relation<Market, Connection<Market>> MARKETS =
            Relation.all(MARKET, Order.ascending(MarketOrderField.CODE));
    private static final Relation<Market, Connection<Market>> CHILDREN = MARKETS.by("k.parent_id");
    private static final Relation<Brand, Connection<Brand>> AT_HOME = BrandApi.BRANDS.by("b.home_market_id");
    private static final Relation<Partnership, Connection<Partnership>> IN_MARKET =
            PartnershipApi.PARTNERSHIPS.through(new Relation.Link("territory", "t", "t.partnership_id"), "t.market_id");

    @Override
    public Table<Market> nodes() {
        return MARKET;
    }

    /** One market. */
    @Query
    @Nullable @Description("The market with this code; null when there is none.")
    public Market market(
            @Description("The ISO 3166-1 alpha-2 code of a country, or the UN M49 code of a region.") String code) {
        return MARKET.find("code", code);
    }

    /** The markets of the catalogue. */
    @Query
    @Description("The markets of the catalogue.")
    public Connection<Market> markets(PageRequest<MarketFilter, MarketOrderField> page) {
        return MARKETS.page(page);
    }

    /** The region around the market. */
    @Nullable @Description("The region around the market.")
    @Reads("parentId")
    public List<Market> parent(@Source List<Market> markets) {
        return MARKET.one(markets, one -> one.parentId);
    }

    /** The markets inside this one. */
    @Description("The markets inside this one.")
    @Reads({})
    public List<Connection<Market>> children(
            @Source List<Market> markets, PageRequest<MarketFilter, MarketOrderField> page) {
        return CHILDREN.pages(markets, page);
    }

    /** The brands that are at home in the market. */
    @Description("The brands that are at home in the market.")
    @Reads({})
    public List<Connection<Brand>> brands(
            @Source List<Market> markets, PageRequest<BrandFilter, BrandOrderField> page) {
        return AT_HOME.pages(markets, page);
    }

    /** The partnerships whose territories name the market. */
    @Description("The partnerships whose territories name the market.")
    @Reads({})
    public List<Connection<Partnership>> partnerships(
            @Source List<Market> markets, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return IN_MARKET.pages(markets, page);
    }

    /** The market that the brand is at home in. */
    @Nullable @Description("The market that the brand is at home in.")
    @Reads("homeMarketId")
    public List<Market> homeMarket(@Source List<Brand> brands) {
        return MARKET.one(brands, one -> one.homeMarketId);
    }

    /** The market that is part of the territory, or excepted from it. */
    @Description("The market that is part of the territory, or excepted from it.")
    @Reads("marketId")
    public List<Market> market(@Source List<Territory> territories) {
        return MARKET.one(territories, one -> one.marketId);
    }

    /** What citations say about it. */
    @Description("What citations say about it.")
    @Reads({})
    public List<Connection<Claim>> claims(
            @Source List<Market> markets, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return EvidenceApi.claimsOf(markets, "c.market_id", page);
    }
}
