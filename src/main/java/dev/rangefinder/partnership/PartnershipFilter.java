package dev.rangefinder.partnership;

import dev.rangefinder.device.DeviceRelationFilter;
import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which partnerships a client wants. */
@Input("PartnershipFilter")
@Description("Which partnerships are wanted: those that pass all of these conditions.")
public record PartnershipFilter(
        @Nullable @Description("The slug.") SlugFilter slug,
        @Nullable @Description("The name.") TextFilter name,
        @Nullable @Description("When it was announced.") DateFilter announcedOn,
        @Nullable @Description("When it started.") DateFilter startedOn,
        @Nullable @Description("When it ended.") DateFilter endedOn,

        @Nullable @Description("The name that the devices carry.")
        TextFilter productBrand,

        @Nullable @Description("The line of devices.") TextFilter line,
        @Nullable @Description("The members.") MemberRelationFilter members,
        @Nullable @Description("The devices.") DeviceRelationFilter devices,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull PartnershipFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull PartnershipFilter> or,

        @Nullable @Description("This filter is not passed.") PartnershipFilter not)
        implements Filter<PartnershipFilter> {

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
