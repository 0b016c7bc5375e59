package dev.rangefinder.partnership;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of terms and contributions. */
@GraphQLApi
public class TermApi implements NodeSource {

    static final EntityTable<Term> TERMS = EntityTable.ofList(Term.class);

    private static final ToOne<Term, Partnership> TERM_OF =
            TERMS.toOne(Term_.PARTNERSHIP_ID, PartnershipApi.PARTNERSHIPS);

    static final EntityTable<Contribution> CONTRIBUTIONS = EntityTable.ofList(Contribution.class);

    private static final ToOne<Contribution, Partnership> CONTRIBUTION_TO =
            CONTRIBUTIONS.toOne(Contribution_.PARTNERSHIP_ID, PartnershipApi.PARTNERSHIPS);

    private static final ToOne<Contribution, Brand> CONTRIBUTOR =
            CONTRIBUTIONS.toOne(Contribution_.BRAND_ID, BrandApi.BRANDS);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(TERMS, CONTRIBUTIONS);
    }

    @Description("The terms of the partnership, and its results.")
    @Reads({})
    public List<List<@NonNull Term>> terms(@Source List<Partnership> partnerships) {
        return TERM_OF.inverse().lists(partnerships, SortKey.ascending(Keyed_.KEY));
    }

    @Name("partnership")
    @Description("The partnership that the term belongs to.")
    @Reads(Term_.PARTNERSHIP_ID)
    public List<Partnership> partnershipOfTerm(@Source List<Term> terms) {
        return TERM_OF.of(terms);
    }

    @Description("What the partnership combines.")
    @Reads({})
    public List<List<@NonNull Contribution>> contributions(@Source List<Partnership> partnerships) {
        return CONTRIBUTION_TO.inverse().lists(partnerships, SortKey.ascending(Keyed_.KEY));
    }

    @Name("partnership")
    @Description("The partnership that the contribution belongs to.")
    @Reads(Contribution_.PARTNERSHIP_ID)
    public List<Partnership> partnershipOfContribution(@Source List<Contribution> contributions) {
        return CONTRIBUTION_TO.of(contributions);
    }

    @Nullable @Name("brand")
    @Description("The brand that contributes it. Null if not stated.")
    @Reads(Contribution_.BRAND_ID)
    public List<Brand> contributor(@Source List<Contribution> contributions) {
        return CONTRIBUTOR.of(contributions);
    }
}
