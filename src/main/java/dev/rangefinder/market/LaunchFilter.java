package dev.rangefinder.market;

import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.Restriction;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which launches a client wants. */
@Input("LaunchFilter")
@Description("Which launches are wanted: those that pass all of these conditions.")
public record LaunchFilter(
        @Nullable @Description("The device, by its slug.") ReferenceFilter device,
        @Nullable @Description("The market, by its code.") ReferenceFilter market,

        @Nullable @Description("When the device was launched.")
        DateFilter launchedOn,

        @Nullable @Description("Where the launch stands.") LaunchStatusFilter status,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull LaunchFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull LaunchFilter> or,

        @Nullable @Description("This filter is not passed.") LaunchFilter not)
        implements Filter<LaunchFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.to("l.device_id", "device", "slug", device)
                .to("l.market_id", "market", "code", market)
                .on("l.launched_on", launchedOn)
                .on("l.status", status);
    }
}
