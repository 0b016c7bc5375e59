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
        @Nullable @Description("The property that the claim is about.")
        TextFilter property,

        @Nullable @Description("How well the claim is supported.")
        EnumFilter<Standing> standing,

        @Nullable @Description("The document, by its key.") ReferenceFilter citation)
        implements Criteria<Claim> {

    @Override
    public void restrict(FilterCompiler<Claim> rows) {
        rows.on(Claim_.PROPERTY, property).on(Claim_.STANDING, standing).to(EvidenceApi.CITATION, citation);
    }
}
