package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.BooleanFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.market.MarketApi;
import dev.rangefinder.market.MarketReferenceFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter territories by. */
public record TerritoryFilter(
        @Nullable @Description("Filters by the code of the market.")
        MarketReferenceFilter market,

        @Nullable @Description("Filters by whether the market is included.")
        BooleanFilter included,

        @Nullable @Description("Filters by whether the partners work exclusively with each other.")
        BooleanFilter exclusive,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing)
        implements Criteria<Territory> {

    @Override
    public void restrict(FilterCompiler<Territory> rows) {
        rows.to(MarketApi.OF_TERRITORY, market)
                .on(Territory_.INCLUDED, included)
                .on(Territory_.EXCLUSIVE, exclusive)
                .tested(Fact_.STANDING, standing);
    }
}
