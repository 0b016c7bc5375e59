package dev.rangefinder.market;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrderField;
import dev.rangefinder.evidence.Citation;
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
    private static final Relation<Figure, Connection<Figure>> FIGURES =
            Relation.all(FIGURE, Order.ascending(FigureOrderField.PERIOD));
    private static final Relation<Figure, Connection<Figure>> IN_MARKET = FIGURES.by("f.market_id");
    private static final Relation<Figure, Connection<Figure>> OF_BRAND =
            FIGURES.through(new Relation.Link("figure_brand", "fb", "fb.figure_id"), "fb.brand_id");
    private static final Relation<Brand, Connection<Brand>> BRANDS =
            BrandApi.BRANDS.through(new Relation.Link("figure_brand", "fb", "fb.brand_id"), "fb.figure_id");

    @Override
    public Table<Figure> nodes() {
        return FIGURE;
    }

    /** The figures of the catalogue; the earliest period first, unless asked otherwise. */
    @Query
    @Description("The figures of the catalogue; the earliest period first, unless asked otherwise.")
    public Connection<Figure> figures(PageRequest<FigureFilter, FigureOrderField> page) {
        return FIGURES.page(page);
    }

    /** What analysts counted in the market. */
    @Name("figures")
    @Description("What analysts counted in the market.")
    @Reads({})
    public List<Connection<Figure>> figuresOfMarket(
            @Source List<Market> markets, PageRequest<FigureFilter, FigureOrderField> page) {
        return IN_MARKET.pages(markets, page);
    }

    /** What analysts counted for the brand, alone or together with others. */
    @Name("figures")
    @Description("What analysts counted for the brand, alone or together with others.")
    @Reads({})
    public List<Connection<Figure>> figuresOfBrand(
            @Source List<Brand> brands, PageRequest<FigureFilter, FigureOrderField> page) {
        return OF_BRAND.pages(brands, page);
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
    public List<Connection<Brand>> brands(
            @Source List<Figure> figures, PageRequest<BrandFilter, BrandOrderField> page) {
        return BRANDS.pages(figures, page);
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
    public List<Connection<Claim>> claims(
            @Source List<Figure> figures, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return EvidenceApi.claimsOf(figures, "c.figure_id", page);
    }
}
