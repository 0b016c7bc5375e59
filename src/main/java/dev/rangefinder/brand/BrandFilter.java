package dev.rangefinder.brand;

import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.device.DeviceFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.market.MarketApi;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter brands by. */
public record BrandFilter(
        @Nullable @Description("Filters by slug.") SlugFilter slug,
        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by the kind of products that the brand makes.")
        EnumFilter<ProductKind> makes,

        @Nullable @Description("Filters by the code of the home market.")
        ReferenceFilter homeMarket,

        @Nullable @Description("Filters by the slug of the parent brand.")
        ReferenceFilter parent,

        @Nullable @Description("Filters by the partnerships of the brand.")
        RelationFilter<PartnershipFilter> partnerships,

        @Nullable @Description("Filters by the devices of the brand.")
        RelationFilter<DeviceFilter> devices)
        implements Criteria<Brand> {

    @Override
    public void restrict(FilterCompiler<Brand> rows) {
        rows.on(Brand_.SLUG, slug)
                .on(Brand_.NAME, name)
                .on(Brand_.MAKES, makes)
                .to(MarketApi.HOME_MARKET, homeMarket)
                .to(BrandApi.PARENT, parent)
                .through(PartnershipApi.OF_BRAND, partnerships)
                .through(DeviceApi.BRAND.inverse(), devices);
    }
}
