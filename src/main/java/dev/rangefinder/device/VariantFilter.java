package dev.rangefinder.device;

import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.market.MarketApi;
import dev.rangefinder.market.MarketReferenceFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter variants by. */
public record VariantFilter(
        @Nullable @Description("Filters by code.") TextFilter code,

        @Nullable @Description("Filters by the code of the market.")
        MarketReferenceFilter market)
        implements Criteria<Variant> {

    @Override
    public void restrict(FilterCompiler<Variant> rows) {
        rows.on(Variant_.CODE, code).to(MarketApi.OF_VARIANT, market);
    }
}
