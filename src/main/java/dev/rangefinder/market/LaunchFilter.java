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
        @Nullable @Description("Filters by the slug of the device.")
        ReferenceFilter device,

        @Nullable @Description("Filters by the code of the market.")
        ReferenceFilter market,

        @Nullable @Description("Filters by the launch date.")
        DateFilter launchedOn,

        @Nullable @Description("Filters by status.") EnumFilter<LaunchStatus> status)
        implements Criteria<Launch> {

    @Override
    public void restrict(FilterCompiler<Launch> rows) {
        rows.to(LaunchApi.DEVICE, device)
                .to(LaunchApi.MARKET, market)
                .on(Launch_.LAUNCHED_ON, launchedOn)
                .on(Launch_.STATUS, status);
    }
}
