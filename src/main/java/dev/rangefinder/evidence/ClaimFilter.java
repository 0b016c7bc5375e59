package dev.rangefinder.evidence;

import dev.rangefinder.filter.BooleanFilter;
import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter claims by. */
public record ClaimFilter(
        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by property.")
        TextFilter property,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by how firmly the claim states what it says.")
        EnumFilter<Likelihood> likelihood,

        @Nullable @Description("Filters by whether the claim says that something will happen.")
        BooleanFilter foreseen,

        @Nullable @Description("Filters by the date on which it is expected to happen.")
        DateFilter expectedOn,

        @Nullable @Description("Filters by whether the value of the claim agrees with the value in the catalogue.")
        BooleanFilter agrees,

        @Nullable @Description("Filters by whether the claim supports its subject.")
        BooleanFilter supports,

        @Nullable @Description("Filters by the key of the citation.")
        ReferenceFilter citation,

        @Nullable @Description("Filters by the slug of the speaker.")
        ReferenceFilter speaker)
        implements Criteria<Claim> {

    @Override
    public void restrict(FilterCompiler<Claim> rows) {
        rows.on(Claim_.PROPERTY, property)
                .on(Claim_.STANDING, standing)
                .on(Claim_.LIKELIHOOD, likelihood)
                .on(Claim_.FORESEEN, foreseen)
                .on(Claim_.EXPECTED_ON, expectedOn)
                .on(Claim_.AGREES, agrees)
                .on(Claim_.SUPPORTS, supports)
                .to(EvidenceApi.CITATION, citation)
                .to(SpeakerApi.SPEAKER, speaker);
    }
}
