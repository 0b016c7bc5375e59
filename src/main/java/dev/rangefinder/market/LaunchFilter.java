package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.PriceFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter launches by. */
public record LaunchFilter(
        @Nullable @Description("Filters by the slug of the device.")
        ReferenceFilter device,

        @Nullable @Description("Filters by the code of the market.")
        MarketReferenceFilter market,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by the seller.")
        TextFilter seller,

        @Nullable @Description("Filters by the date of the announcement.")
        DateFilter announcedOn,

        @Nullable @Description("Filters by the launch date.")
        DateFilter launchedOn,

        @Nullable @Description("Filters by status.") EnumFilter<LaunchStatus> status,

        @Nullable @Description("Filters by the latest price.")
        PriceFilter price,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the launch.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Launch> {

    @Override
    public void restrict(FilterCompiler<Launch> rows) {
        rows.to(LaunchApi.DEVICE, device)
                .to(LaunchApi.MARKET, market)
                .on(Launch_.SELLER, seller)
                .on(Launch_.ANNOUNCED_ON, announcedOn)
                .on(Launch_.LAUNCHED_ON, launchedOn)
                .on(Launch_.STATUS, status)
                .on(List.of(Launch_.PRICE_AMOUNT, Launch_.PRICE_CURRENCY), price)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Launch.class), claims);
    }
}
