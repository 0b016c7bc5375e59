package dev.rangefinder.device;

import dev.rangefinder.graphql.Criteria;
import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.EnumFilter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.RelationFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import dev.rangefinder.market.LaunchApi;
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
        implements Criteria<Device> {

    @Override
    public void restrict(Restriction<Device> rows) {
        rows.on(Device_.SLUG, slug)
                .on(Device_.NAME, name)
                .on(Device_.KIND, kind)
                .to(DeviceApi.BRAND, brand)
                .to(DeviceApi.PARTNERSHIP, partnership)
                .to(DeviceApi.SERIES, series)
                .on(Device_.RELEASED_ON, releasedOn)
                .on(Device_.CHIPSET, chipset)
                .through(LaunchApi.DEVICE.inverse(), launches);
    }
}
