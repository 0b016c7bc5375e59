package dev.rangefinder.brand;

import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Speaker;
import dev.rangefinder.evidence.SpeakerApi;
import dev.rangefinder.evidence.Speaker_;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of brands. */
@GraphQLApi
public class BrandApi implements NodeSource {

    /** All brands. */
    public static final EntityTable<Brand> BRANDS =
            EntityTable.of(Brand.class, Brand_.SLUG, Order.ascending(BrandOrderField.SLUG));

    /** All aliases. */
    public static final EntityTable<Alias> ALIASES = EntityTable.ofList(Alias.class);

    /** The brand of a speaker, and the speakers of a brand. */
    public static final ToOne<Speaker, Brand> OF_SPEAKER = SpeakerApi.SPEAKERS.toOne(Speaker_.BRAND_ID, BRANDS);

    static final ToOne<Alias, Brand> ALIAS_OF = ALIASES.toOne(Alias_.BRAND_ID, BRANDS);

    private static final LinkTable<Citation, Brand> PAYERS =
            new LinkTable<>("citation_payer", EvidenceApi.CITATIONS, BRANDS);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(BRANDS, ALIASES);
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

    @Description("Other names of the brand.")
    @Reads({})
    public List<List<@NonNull Alias>> aliases(@Source List<Brand> brands) {
        return ALIAS_OF.inverse().lists(brands, SortKey.ascending(Keyed_.KEY));
    }

    @Nullable @Name("brand")
    @Description("The brand that the speaker belongs to. Null if not stated.")
    @Reads(Speaker_.BRAND_ID)
    public List<Brand> brandOfSpeaker(@Source List<Speaker> speakers) {
        return OF_SPEAKER.of(speakers);
    }

    @Description("The brands that paid for the document, as it discloses, ordered by slug by default.")
    @Reads({})
    public List<Connection<Brand>> paidBy(
            @Source List<Citation> citations, PageRequest<BrandFilter, BrandOrderField> page) {
        return PAYERS.toRight().pages(citations, page);
    }
}
