package dev.rangefinder.market;

import dev.rangefinder.graphql.Criteria;
import dev.rangefinder.graphql.EnumFilter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.RelationFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Which markets a client wants. */
public record MarketFilter(
        @Nullable @Description("The code.") SlugFilter code,
        @Nullable @Description("The name.") TextFilter name,

        @Nullable @Description("Whether it is a country or a region.")
        EnumFilter<MarketKind> kind,

        @Nullable @Description("The region around it, by its code.")
        ReferenceFilter parent,

        @Nullable @Description("The launches in the market.")
        RelationFilter<LaunchFilter> launches)
        implements Criteria<Market> {

    @Override
    public void restrict(Restriction<Market> rows) {
        rows.on(Market_.CODE, code)
                .on(Market_.NAME, name)
                .on(Market_.KIND, kind)
                .to(MarketApi.PARENT, parent)
                .through(LaunchApi.MARKET.inverse(), launches);
    }
}
