package dev.rangefinder.market;

import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.QuantityFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter figures by. */
public record FigureFilter(
        @Nullable @Description("Filters by the code of the market.")
        MarketReferenceFilter market,

        @Nullable @Description("Filters by the brands that the figure is about.")
        RelationFilter<BrandFilter> brands,

        @GroupedBy(Grouping.VALUE)
        @Nullable @Description(
                "Filters by period, such as `2022-Q1`. With `startsWith`, a year also matches its quarters and months.")
        SlugFilter period,

        @Nullable @Description("Filters by what the figure measures.")
        EnumFilter<Measure> measure,

        @Nullable @Description("Filters by the value, in its unit.")
        QuantityFilter value,

        @Nullable @Description("Filters by the rank.") RankFilter rank,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by the analysts.")
        TextFilter analyst,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the figure.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Figure> {

    @Override
    public void restrict(FilterCompiler<Figure> rows) {
        rows.to(FigureApi.MARKET, market)
                .through(FigureApi.BRANDS.toRight(), brands)
                .on(Figure_.PERIOD, period)
                .on(Figure_.MEASURE, measure)
                .on(List.of(Figure_.VALUE, Figure_.UNIT), value)
                .on(List.of(Figure_.RANK_BOUND, Figure_.RANK), rank)
                .on(Figure_.ANALYST, analyst)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Figure.class), claims);
    }
}
