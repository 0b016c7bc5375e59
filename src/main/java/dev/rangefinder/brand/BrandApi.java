package dev.rangefinder.brand;

import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of brands. */
@GraphQLApi
public class BrandApi implements NodeSource {

    /** All brands. */
    public static final EntityTable<Brand> BRANDS =
            EntityTable.of(Brand.class, Brand_.SLUG, Order.ascending(BrandOrderField.SLUG));

    static final ToOne<Brand, Brand> PARENT = BRANDS.toOne(Brand_.PARENT_ID, BRANDS);

    @Override
    public EntityTable<Brand> nodes() {
        return BRANDS;
    }

    @Query
    @Nullable @Description("The brand with the given slug. Null if it does not exist.")
    public Brand brand(@Description("The slug of the brand, such as `leica`.") String slug) {
        return BRANDS.find(slug);
    }

    @Query
    @Description("The brands of the catalogue, ordered by slug by default.")
    public Connection<Brand> brands(PageRequest<BrandFilter, BrandOrderField> page) {
        return BRANDS.page(page);
    }

    @Nullable @Description("The brand that this brand belongs to. Null if there is none.")
    @Reads(Brand_.PARENT_ID)
    public List<Brand> parent(@Source List<Brand> brands) {
        return PARENT.of(brands);
    }

    @Description("The brands that belong to this brand, ordered by slug by default.")
    @Reads({})
    public List<Connection<Brand>> subBrands(
            @Source List<Brand> brands, PageRequest<BrandFilter, BrandOrderField> page) {
        return PARENT.inverse().pages(brands, page);
    }
}
