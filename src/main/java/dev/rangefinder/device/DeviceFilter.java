package dev.rangefinder.device;

import dev.rangefinder.graphql.Criteria;
import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.EnumFilter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.RelationFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import dev.rangefinder.market.LaunchFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Which devices a client wants. */
public record DeviceFilter(
        @Nullable @Description("The slug.") SlugFilter slug,
        @Nullable @Description("The name.") TextFilter name,

        @Nullable @Description("Whether it is a model or a series.")
        EnumFilter<DeviceKind> kind,

        @Nullable @Description("The brand, by its slug.") ReferenceFilter brand,

        @Nullable @Description("The partnership, by its slug.")
        ReferenceFilter partnership,

        @Nullable @Description("The series, by its slug.") ReferenceFilter series,
        @Nullable @Description("When it came out.") DateFilter releasedOn,
        @Nullable @Description("The chipset.") TextFilter chipset,

        @Nullable @Description("The launches of the device.")
        RelationFilter<LaunchFilter> launches)
        implements Criteria {

    @Override
    public void restrict(Restriction rows) {
        rows.on("d.slug", slug)
                .on("d.name", name)
                .on("d.kind", kind)
                .to("d.brand_id", "brand", "slug", brand)
                .to("d.partnership_id", "partnership", "slug", partnership)
                .to("d.series_id", "device", "slug", series)
                .on("d.released_on", releasedOn)
                .on("d.chipset", chipset)
                .through("launch l", "l.device_id", "d.id", launches);
    }
}
