package dev.rangefinder.device;

import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import dev.rangefinder.market.LaunchRelationFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which devices a client wants. */
@Input("DeviceFilter")
@Description("Which devices are wanted: those that pass all of these conditions.")
public record DeviceFilter(
        @Nullable @Description("The slug.") SlugFilter slug,
        @Nullable @Description("The name.") TextFilter name,

        @Nullable @Description("Whether it is a model or a series.")
        DeviceKindFilter kind,

        @Nullable @Description("The brand, by its slug.") ReferenceFilter brand,

        @Nullable @Description("The partnership, by its slug.")
        ReferenceFilter partnership,

        @Nullable @Description("The series, by its slug.") ReferenceFilter series,
        @Nullable @Description("When it came out.") DateFilter releasedOn,
        @Nullable @Description("The chipset.") TextFilter chipset,

        @Nullable @Description("The launches of the device.")
        LaunchRelationFilter launches,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull DeviceFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull DeviceFilter> or,

        @Nullable @Description("This filter is not passed.") DeviceFilter not)
        implements Filter<DeviceFilter> {

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
