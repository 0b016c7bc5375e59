package dev.rangefinder.partnership;

import dev.rangefinder.device.DeviceFilter;
import dev.rangefinder.graphql.Criteria;
import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.RelationFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Which partnerships a client wants. */
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
        implements Criteria {

    @Override
    public void restrict(Restriction rows) {
        rows.on("p.slug", slug)
                .on("p.name", name)
                .on("p.announced_on", announcedOn)
                .on("p.started_on", startedOn)
                .on("p.ended_on", endedOn)
                .on("p.product_brand", productBrand)
                .on("p.line", line)
                .through("member m", "m.partnership_id", "p.id", members)
                .through("device d", "d.partnership_id", "p.id", devices);
    }
}
