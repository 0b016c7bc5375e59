package dev.rangefinder.device;

import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.market.LaunchApi;
import dev.rangefinder.market.LaunchFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter devices by. */
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
    public void restrict(FilterCompiler<Device> rows) {
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
