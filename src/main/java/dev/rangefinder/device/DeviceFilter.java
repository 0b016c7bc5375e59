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
        @Nullable @Description("Filters by slug.") SlugFilter slug,
        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by kind.") EnumFilter<DeviceKind> kind,

        @Nullable @Description("Filters by the slug of the brand.")
        ReferenceFilter brand,

        @Nullable @Description("Filters by the slug of the partnership.")
        ReferenceFilter partnership,

        @Nullable @Description("Filters by the slug of the series.")
        ReferenceFilter series,

        @Nullable @Description("Filters by the release date.")
        DateFilter releasedOn,

        @Nullable @Description("Filters by the system on a chip (SoC).")
        TextFilter chipset,

        @Nullable @Description("Filters by the launches of the device.")
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
