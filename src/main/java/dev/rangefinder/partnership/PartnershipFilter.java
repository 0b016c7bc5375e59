package dev.rangefinder.partnership;

import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.device.DeviceFilter;
import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter partnerships by. */
public record PartnershipFilter(
        @Nullable @Description("Filters by slug.") SlugFilter slug,
        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by the date of the announcement.")
        DateFilter announcedOn,

        @Nullable @Description("Filters by the start date.") DateFilter startedOn,
        @Nullable @Description("Filters by the end date.") DateFilter endedOn,

        @Nullable @Description("Filters by the name of the optics partner on the devices.")
        TextFilter productBrand,

        @Nullable @Description("Filters by the line of devices.")
        TextFilter line,

        @Nullable @Description("Filters by the members of the partnership.")
        RelationFilter<MemberFilter> members,

        @Nullable @Description("Filters by the devices of the partnership.")
        RelationFilter<DeviceFilter> devices)
        implements Criteria<Partnership> {

    @Override
    public void restrict(FilterCompiler<Partnership> rows) {
        rows.on(Partnership_.SLUG, slug)
                .on(Partnership_.NAME, name)
                .on(Partnership_.ANNOUNCED_ON, announcedOn)
                .on(Partnership_.STARTED_ON, startedOn)
                .on(Partnership_.ENDED_ON, endedOn)
                .on(Partnership_.PRODUCT_BRAND, productBrand)
                .on(Partnership_.LINE, line)
                .through(PartnershipApi.MEMBER_OF.inverse(), members)
                .through(DeviceApi.PARTNERSHIP.inverse(), devices);
    }
}
