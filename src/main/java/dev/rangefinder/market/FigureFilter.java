package dev.rangefinder.market;

import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which figures a client wants. */
@Input("FigureFilter")
@Description("Which figures are wanted: those that pass all of these conditions.")
public record FigureFilter(
        @Nullable @Description("The market, by its code.") ReferenceFilter market,

        @Nullable @Description("The period, such as `2022-Q1`; `startsWith` a year finds its quarters.")
        SlugFilter period,

        @Nullable @Description("What is counted.") MeasureFilter measure,
        @Nullable @Description("Who counted.") TextFilter analyst,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull FigureFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull FigureFilter> or,

        @Nullable @Description("This filter is not passed.") FigureFilter not)
        implements Filter<FigureFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.to("f.market_id", "market", "code", market)
                .on("f.period", period)
                .on("f.measure", measure)
                .on("f.analyst", analyst);
    }
}
