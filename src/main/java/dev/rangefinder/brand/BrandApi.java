package dev.rangefinder.brand;

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
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Brands. */
@GraphQLApi
public class BrandApi implements NodeSource {

    /** The brands. */
    public static final Table<Brand> BRAND = Table.of(Brand.class, "b");

    /** All brands. */
    public static final Relation<Brand, Connection<Brand>> BRANDS =
            Relation.all(BRAND, Order.ascending(BrandOrderField.SLUG));

    private static final Relation<Brand, Connection<Brand>> SUB_BRANDS = BRANDS.by("b.parent_id");

    @Override
    public Table<Brand> nodes() {
        return BRAND;
    }

    /** One brand. */
    @Query
    @Nullable @Description("The brand with this slug; null when there is none.")
    public Brand brand(@Description("The slug, such as `leica`.") String slug) {
        return BRAND.find("slug", slug);
    }

    /** The brands of the catalogue. */
    @Query
    @Description("The brands of the catalogue.")
    public Connection<Brand> brands(PageRequest<BrandFilter, BrandOrderField> page) {
        return BRANDS.page(page);
    }

    /** The brand that this one belongs to. */
    @Nullable @Description("The brand that this one belongs to.")
    @Reads("parentId")
    public List<Brand> parent(@Source List<Brand> brands) {
        return BRAND.one(brands, one -> one.parentId);
    }

    /** The brands that belong to this one. */
    @Description("The brands that belong to this one.")
    @Reads({})
    public List<Connection<Brand>> subBrands(
            @Source List<Brand> brands, PageRequest<BrandFilter, BrandOrderField> page) {
        return SUB_BRANDS.pages(brands, page);
    }

    /** The document that the entry is taken from. */
    @Nullable @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citation(@Source List<Brand> brands) {
        return EvidenceApi.CITATION.one(brands, one -> one.citationId);
    }

    /** What citations say about it. */
    @Description("What citations say about it.")
    @Reads({})
    public List<Connection<Claim>> claims(@Source List<Brand> brands, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return EvidenceApi.claimsOf(brands, "c.brand_id", page);
    }
}
