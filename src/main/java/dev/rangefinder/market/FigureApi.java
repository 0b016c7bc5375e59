package dev.rangefinder.market;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrderField;
import dev.rangefinder.node.NodeSource;
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

/** The queries and fields of figures. */
@GraphQLApi
public class FigureApi implements NodeSource {

    static final EntityTable<Figure> FIGURES = EntityTable.of(Figure.class, Order.ascending(FigureOrderField.PERIOD));

    static final ToOne<Figure, Market> MARKET = FIGURES.toOne(Figure_.MARKET_ID, MarketApi.MARKETS);
    static final LinkTable<Figure, Brand> BRANDS = new LinkTable<>("figure_brand", FIGURES, BrandApi.BRANDS);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(FIGURES);
    }

    @Query
    @Description("The figures of the catalogue, earliest period first by default.")
    public Connection<Figure> figures(PageRequest<FigureFilter, FigureOrderField> page) {
        return FIGURES.page(page);
    }

    @Name("figures")
    @Description("The figures about the market, earliest period first by default.")
    @Reads({})
    public List<Connection<Figure>> figuresOfMarket(
            @Source List<Market> markets, PageRequest<FigureFilter, FigureOrderField> page) {
        return MARKET.inverse().pages(markets, page);
    }

    @Name("figures")
    @Description("The figures about the brand, alone or together with others, earliest period first by default.")
    @Reads({})
    public List<Connection<Figure>> figuresOfBrand(
            @Source List<Brand> brands, PageRequest<FigureFilter, FigureOrderField> page) {
        return BRANDS.toLeft().pages(brands, page);
    }

    @Nullable @Description("The market that the figure is about. Null if not stated.")
    @Reads(Figure_.MARKET_ID)
    public List<Market> market(@Source List<Figure> figures) {
        return MARKET.of(figures);
    }

    @Description("The brands that the figure is about, ordered by slug by default.")
    @Reads({})
    public List<Connection<Brand>> brands(
            @Source List<Figure> figures, PageRequest<BrandFilter, BrandOrderField> page) {
        return BRANDS.toRight().pages(figures, page);
    }
}
