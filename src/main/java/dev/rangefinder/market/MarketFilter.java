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

/** Which markets a client wants. */
@Input("MarketFilter")
@Description("Which markets are wanted: those that pass all of these conditions.")
public record MarketFilter(
        @Nullable @Description("The code.") SlugFilter code,
        @Nullable @Description("The name.") TextFilter name,

        @Nullable @Description("Whether it is a country or a region.")
        MarketKindFilter kind,

        @Nullable @Description("The region around it, by its code.")
        ReferenceFilter parent,

        @Nullable @Description("The launches in the market.")
        LaunchRelationFilter launches,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull MarketFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull MarketFilter> or,

        @Nullable @Description("This filter is not passed.") MarketFilter not)
        implements Filter<MarketFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.on("k.code", code)
                .on("k.name", name)
                .on("k.kind", kind)
                .to("k.parent_id", "market", "code", parent)
                .through("launch l", "l.market_id", "k.id", launches);
    }
}
