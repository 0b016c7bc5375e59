package dev.rangefinder.market;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandConnection;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrder;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.ClaimConnection;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrder;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.OrderDirection;
import dev.rangefinder.graphql.PageRequest;
import dev.rangefinder.graphql.Reads;
import dev.rangefinder.graphql.Relation;
import dev.rangefinder.sql.Table;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Figures of analysts. */
@GraphQLApi
public class FigureApi implements NodeSource {

    private static final Table<Figure> FIGURE = Table.of(Figure.class, "f");
    private static final Relation<Figure, FigureConnection.FigureEdge, FigureConnection> FIGURES =
            Relation.all(FIGURE, FigureConnection.FigureEdge::new, FigureConnection::new);
    private static final Relation<Figure, FigureConnection.FigureEdge, FigureConnection> IN_MARKET =
            FIGURES.by("f.market_id");
    private static final Relation<Figure, FigureConnection.FigureEdge, FigureConnection> OF_BRAND =
            FIGURES.through(new Relation.Link("figure_brand", "fb", "fb.figure_id"), "fb.brand_id");
    private static final Relation<Brand, BrandConnection.BrandEdge, BrandConnection> BRANDS =
            BrandApi.BRANDS.through(new Relation.Link("figure_brand", "fb", "fb.brand_id"), "fb.figure_id");

    @Override
    public Table<Figure> nodes() {
        return FIGURE;
    }

    /** The figures of the catalogue; the earliest period first, unless asked otherwise. */
    @Query
    @Description("The figures of the catalogue; the earliest period first, unless asked otherwise.")
    public FigureConnection figures(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable FigureFilter filter,
            @Nullable FigureOrder orderBy) {
        return FIGURES.page(PageRequest.of(first, after, last, before), filter, earliest(orderBy));
    }

    /** What analysts counted in the market. */
    @Name("figures")
    @Description("What analysts counted in the market.")
    @Reads({})
    public List<FigureConnection> figuresOfMarket(
            @Source List<Market> markets,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable FigureFilter filter,
            @Nullable FigureOrder orderBy) {
        return IN_MARKET.pages(markets, PageRequest.of(first, after, last, before), filter, earliest(orderBy));
    }

    /** What analysts counted for the brand, alone or together with others. */
    @Name("figures")
    @Description("What analysts counted for the brand, alone or together with others.")
    @Reads({})
    public List<FigureConnection> figuresOfBrand(
            @Source List<Brand> brands,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable FigureFilter filter,
            @Nullable FigureOrder orderBy) {
        return OF_BRAND.pages(brands, PageRequest.of(first, after, last, before), filter, earliest(orderBy));
    }

    /** The market that the figure is about. */
    @Description("The market that the figure is about.")
    @Reads("marketId")
    public List<Market> market(@Source List<Figure> figures) {
        return MarketApi.MARKET.one(figures, one -> one.marketId);
    }

    /** The brands that the figure is about, together. */
    @Description("The brands that the figure is about, together.")
    @Reads({})
    public List<BrandConnection> brands(
            @Source List<Figure> figures,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable BrandFilter filter,
            @Nullable BrandOrder orderBy) {
        return BRANDS.pages(figures, PageRequest.of(first, after, last, before), filter, BrandApi.bySlug(orderBy));
    }

    /** The document that the entry is taken from. */
    @Nullable @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citation(@Source List<Figure> figures) {
        return EvidenceApi.CITATION.one(figures, one -> one.citationId);
    }

    /** What citations say about it. */
    @Description("What citations say about it.")
    @Reads({})
    public List<ClaimConnection> claims(
            @Source List<Figure> figures,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return EvidenceApi.claimsOf(
                figures, "c.figure_id", PageRequest.of(first, after, last, before), filter, orderBy);
    }

    private static FigureOrder earliest(@Nullable FigureOrder asked) {
        return asked == null ? new FigureOrder(FigureOrderField.PERIOD, OrderDirection.ASC) : asked;
    }
}
