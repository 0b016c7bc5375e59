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
    @Nullable @Description("The brand with this slug; null when there is none.")
    public Brand brand(@Description("The slug, such as `leica`.") String slug) {
        return BRANDS.find(slug);
    }

    @Query
    @Description("The brands of the catalogue.")
    public Connection<Brand> brands(PageRequest<BrandFilter, BrandOrderField> page) {
        return BRANDS.page(page);
    }

    @Nullable @Description("The brand that this one belongs to.")
    @Reads(Brand_.PARENT_ID)
    public List<Brand> parent(@Source List<Brand> brands) {
        return PARENT.of(brands);
    }

    @Description("The brands that belong to this one.")
    @Reads({})
    public List<Connection<Brand>> subBrands(
            @Source List<Brand> brands, PageRequest<BrandFilter, BrandOrderField> page) {
        return PARENT.inverse().pages(brands, page);
    }
}
