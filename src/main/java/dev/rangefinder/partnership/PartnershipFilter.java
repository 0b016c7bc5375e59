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
        @Nullable @Description("The slug.") SlugFilter slug,
        @Nullable @Description("The name.") TextFilter name,
        @Nullable @Description("When it was announced.") DateFilter announcedOn,
        @Nullable @Description("When it started.") DateFilter startedOn,
        @Nullable @Description("When it ended.") DateFilter endedOn,

        @Nullable @Description("The name that the devices carry.")
        TextFilter productBrand,

        @Nullable @Description("The line of devices.") TextFilter line,
        @Nullable @Description("The members.") RelationFilter<MemberFilter> members,
        @Nullable @Description("The devices.") RelationFilter<DeviceFilter> devices)
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
