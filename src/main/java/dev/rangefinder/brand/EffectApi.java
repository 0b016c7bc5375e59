package dev.rangefinder.brand;

import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrderField;
import dev.rangefinder.evidence.Effect;
import dev.rangefinder.evidence.Effect_;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of the effects of claims, and of the brands that they would affect. */
@GraphQLApi
public class EffectApi {

    /** All effects of claims. */
    public static final EntityTable<Effect> EFFECTS = EntityTable.ofList(Effect.class);

    /** The claim of an effect, and the effects of a claim. */
    public static final ToOne<Effect, Claim> EFFECT_OF = EFFECTS.toOne(Effect_.CLAIM_ID, EvidenceApi.CLAIMS);

    private static final ToOne<Effect, Brand> AFFECTED = EFFECTS.toOne(Effect_.BRAND_ID, BrandApi.BRANDS);

    private static final Relation<Brand, Claim, AffectedByConnection> AFFECTING =
            AffectedByConnection.of(AFFECTED.inverse().to(EFFECT_OF));

    @Description("The claims that would affect the brand if they came true, the strongest first by default.")
    @Reads({})
    public List<AffectedByConnection> affectedBy(
            @Source List<Brand> brands, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return AFFECTING.pages(brands, page);
    }

    @Description("What the claim would mean for brands and devices if it came true.")
    @Reads({})
    public List<List<@NonNull Effect>> effects(@Source List<Claim> claims) {
        return EFFECT_OF.inverse().lists(claims, SortKey.ascending(Keyed_.KEY));
    }

    @Nullable @Name("brand")
    @Description("The brand that would be affected. Null if it is a device.")
    @Reads(Effect_.BRAND_ID)
    public List<Brand> brandOfEffect(@Source List<Effect> effects) {
        return AFFECTED.of(effects);
    }
}
