package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter markets by. */
public record MarketFilter(
        @Nullable @Description("Filters by code.") SlugFilter code,
        @Nullable @Description("Filters by name.") TextFilter name,
        @Nullable @Description("Filters by kind.") EnumFilter<MarketKind> kind,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by the ISO 4217 code of the currency.")
        SlugFilter currency,

        @Nullable @Description("The market is the region with this code, or lies inside it, at any depth.")
        String within,

        @Nullable @Description("Filters by the launches in the market.")
        RelationFilter<LaunchFilter> launches,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the market.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Market> {

    @Override
    public void restrict(FilterCompiler<Market> rows) {
        rows.on(Market_.CODE, code)
                .on(Market_.NAME, name)
                .on(Market_.KIND, kind)
                .on(Market_.CURRENCY, currency)
                .through(LaunchApi.MARKET.inverse(), launches)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Market.class), claims);
        if (within != null) {
            rows.on(
                    Keyed_.KEY,
                    (market, key) -> market.and(key + " = any (" + MarketReferenceFilter.INSIDE + ")", within));
        }
    }
}
