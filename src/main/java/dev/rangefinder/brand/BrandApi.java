package dev.rangefinder.brand;

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
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Brands. */
@GraphQLApi
public class BrandApi implements NodeSource {

    /** The brands. */
    public static final Table<Brand> BRAND = Table.of(Brand.class, "b");

    /** All brands. */
    public static final Relation<Brand, BrandConnection.BrandEdge, BrandConnection> BRANDS =
            Relation.all(BRAND, BrandConnection.BrandEdge::new, BrandConnection::new);

    private static final Relation<Brand, BrandConnection.BrandEdge, BrandConnection> SUB_BRANDS =
            BRANDS.by("b.parent_id");

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
    public BrandConnection brands(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable BrandFilter filter,
            @Nullable BrandOrder orderBy) {
        return BRANDS.page(PageRequest.of(first, after, last, before), filter, bySlug(orderBy));
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
    public List<BrandConnection> subBrands(
            @Source List<Brand> brands,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable BrandFilter filter,
            @Nullable BrandOrder orderBy) {
        return SUB_BRANDS.pages(brands, PageRequest.of(first, after, last, before), filter, bySlug(orderBy));
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
    public List<ClaimConnection> claims(
            @Source List<Brand> brands,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return EvidenceApi.claimsOf(brands, "c.brand_id", PageRequest.of(first, after, last, before), filter, orderBy);
    }

    /** The order that brands have when a client asks for none. */
    public static BrandOrder bySlug(@Nullable BrandOrder asked) {
        return asked == null ? new BrandOrder(BrandOrderField.SLUG, OrderDirection.ASC) : asked;
    }
}
