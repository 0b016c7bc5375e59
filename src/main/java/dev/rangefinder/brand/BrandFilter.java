package dev.rangefinder.brand;

import dev.rangefinder.device.DeviceRelationFilter;
import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import dev.rangefinder.partnership.PartnershipRelationFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which brands a client wants. */
@Input("BrandFilter")
@Description("Which brands are wanted: those that pass all of these conditions.")
public record BrandFilter(
        @Nullable @Description("The slug.") SlugFilter slug,
        @Nullable @Description("The name.") TextFilter name,
        @Nullable @Description("What the brand makes.") ProductKindFilter makes,

        @Nullable @Description("The home market, by its code.")
        ReferenceFilter homeMarket,

        @Nullable @Description("The parent brand, by its slug.")
        ReferenceFilter parent,

        @Nullable @Description("The partnerships of the brand.")
        PartnershipRelationFilter partnerships,

        @Nullable @Description("The devices of the brand.") DeviceRelationFilter devices,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull BrandFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull BrandFilter> or,

        @Nullable @Description("This filter is not passed.") BrandFilter not)
        implements Filter<BrandFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.on("b.slug", slug)
                .on("b.name", name)
                .on("b.makes", makes)
                .to("b.home_market_id", "market", "code", homeMarket)
                .to("b.parent_id", "brand", "slug", parent)
                .through("member m join partnership p on p.id = m.partnership_id", "m.brand_id", "b.id", partnerships)
                .through("device d", "d.brand_id", "b.id", devices);
    }
}
