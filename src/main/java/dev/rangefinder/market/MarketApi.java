package dev.rangefinder.market;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandConnection;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrder;
import dev.rangefinder.evidence.ClaimConnection;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrder;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.OrderDirection;
import dev.rangefinder.graphql.PageRequest;
import dev.rangefinder.graphql.Reads;
import dev.rangefinder.graphql.Relation;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipConnection;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.partnership.PartnershipOrder;
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

    private static final Relation<Market, MarketConnection.MarketEdge, MarketConnection> MARKETS =
            Relation.all(MARKET, MarketConnection.MarketEdge::new, MarketConnection::new);
    private static final Relation<Market, MarketConnection.MarketEdge, MarketConnection> CHILDREN =
            MARKETS.by("k.parent_id");
    private static final Relation<Brand, BrandConnection.BrandEdge, BrandConnection> AT_HOME =
            BrandApi.BRANDS.by("b.home_market_id");
    private static final Relation<Partnership, PartnershipConnection.PartnershipEdge, PartnershipConnection> IN_MARKET =
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
    public MarketConnection markets(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable MarketFilter filter,
            @Nullable MarketOrder orderBy) {
        return MARKETS.page(PageRequest.of(first, after, last, before), filter, byCode(orderBy));
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
    public List<MarketConnection> children(
            @Source List<Market> markets,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable MarketFilter filter,
            @Nullable MarketOrder orderBy) {
        return CHILDREN.pages(markets, PageRequest.of(first, after, last, before), filter, byCode(orderBy));
    }

    /** The brands that are at home in the market. */
    @Description("The brands that are at home in the market.")
    @Reads({})
    public List<BrandConnection> brands(
            @Source List<Market> markets,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable BrandFilter filter,
            @Nullable BrandOrder orderBy) {
        return AT_HOME.pages(markets, PageRequest.of(first, after, last, before), filter, BrandApi.bySlug(orderBy));
    }

    /** The partnerships whose territories name the market. */
    @Description("The partnerships whose territories name the market.")
    @Reads({})
    public List<PartnershipConnection> partnerships(
            @Source List<Market> markets,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable PartnershipFilter filter,
            @Nullable PartnershipOrder orderBy) {
        return IN_MARKET.pages(
                markets, PageRequest.of(first, after, last, before), filter, PartnershipApi.bySlug(orderBy));
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
    public List<ClaimConnection> claims(
            @Source List<Market> markets,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return EvidenceApi.claimsOf(
                markets, "c.market_id", PageRequest.of(first, after, last, before), filter, orderBy);
    }

    private static MarketOrder byCode(@Nullable MarketOrder asked) {
        return asked == null ? new MarketOrder(MarketOrderField.CODE, OrderDirection.ASC) : asked;
    }
}
