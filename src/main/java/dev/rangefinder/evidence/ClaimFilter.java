package dev.rangefinder.evidence;

import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter claims by. */
public record ClaimFilter(
        @Nullable @Description("Filters by property.") TextFilter property,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the key of the citation.")
        ReferenceFilter citation)
        implements Criteria<Claim> {

    @Override
    public void restrict(FilterCompiler<Claim> rows) {
        rows.on(Claim_.PROPERTY, property).on(Claim_.STANDING, standing).to(EvidenceApi.CITATION, citation);
    }
}
