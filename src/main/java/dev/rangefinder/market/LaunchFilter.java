package dev.rangefinder.market;

import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter launches by. */
public record LaunchFilter(
        @Nullable @Description("The device, by its slug.") ReferenceFilter device,
        @Nullable @Description("The market, by its code.") ReferenceFilter market,

        @Nullable @Description("When the device was launched.")
        DateFilter launchedOn,

        @Nullable @Description("Where the launch stands.") EnumFilter<LaunchStatus> status)
        implements Criteria<Launch> {

    @Override
    public void restrict(FilterCompiler<Launch> rows) {
        rows.to(LaunchApi.DEVICE, device)
                .to(LaunchApi.MARKET, market)
                .on(Launch_.LAUNCHED_ON, launchedOn)
                .on(Launch_.STATUS, status);
    }
}
