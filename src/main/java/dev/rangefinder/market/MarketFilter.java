package dev.rangefinder.market;

import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter markets by. */
public record MarketFilter(
        @Nullable @Description("Filters by code.") SlugFilter code,
        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by kind.") EnumFilter<MarketKind> kind,

        @Nullable @Description("Filters by the code of the region that contains the market.")
        ReferenceFilter parent,

        @Nullable @Description("Filters by the launches in the market.")
        RelationFilter<LaunchFilter> launches)
        implements Criteria<Market> {

    @Override
    public void restrict(FilterCompiler<Market> rows) {
        rows.on(Market_.CODE, code)
                .on(Market_.NAME, name)
                .on(Market_.KIND, kind)
                .to(MarketApi.PARENT, parent)
                .through(LaunchApi.MARKET.inverse(), launches);
    }
}
