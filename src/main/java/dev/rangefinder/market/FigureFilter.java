package dev.rangefinder.market;

import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter figures by. */
public record FigureFilter(
        @Nullable @Description("Filters by the code of the market.")
        ReferenceFilter market,

        @Nullable @Description("Filters by period, such as `2022-Q1`. With `startsWith`, a year also matches its quarters.")
        SlugFilter period,

        @Nullable @Description("Filters by what the figure measures.")
        EnumFilter<Measure> measure,

        @Nullable @Description("Filters by the analysts.") TextFilter analyst)
        implements Criteria<Figure> {

    @Override
    public void restrict(FilterCompiler<Figure> rows) {
        rows.to(FigureApi.MARKET, market)
                .on(Figure_.PERIOD, period)
                .on(Figure_.MEASURE, measure)
                .on(Figure_.ANALYST, analyst);
    }
}
