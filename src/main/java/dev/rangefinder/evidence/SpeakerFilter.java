package dev.rangefinder.evidence;

import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter speakers by. */
public record SpeakerFilter(
        @Nullable @Description("Filters by slug.") SlugFilter slug,
        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by the slug of the brand that the speaker belongs to.")
        ReferenceFilter brand,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing)
        implements Criteria<Speaker> {

    @Override
    public void restrict(FilterCompiler<Speaker> rows) {
        rows.on(Speaker_.SLUG, slug)
                .on(Speaker_.NAME, name)
                .to(BrandApi.OF_SPEAKER, brand)
                .tested(Fact_.STANDING, standing);
    }
}
