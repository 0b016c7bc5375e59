package dev.rangefinder.brand;

import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.device.DeviceFilter;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.EnumListFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.market.MarketApi;
import dev.rangefinder.market.MarketReferenceFilter;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter brands by. */
public record BrandFilter(
        @GroupedBy(Grouping.IDENTITY) @Nullable @Description("Filters by slug.")
        SlugFilter slug,

        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by what the brand makes.")
        EnumListFilter<Trade> makes,

        @Nullable @Description("Filters by the code of the home market.")
        MarketReferenceFilter homeMarket,

        @Nullable @Description("Filters by other names of the brand.")
        RelationFilter<AliasFilter> aliases,

        @Nullable @Description("Filters by the owners of the brand.")
        RelationFilter<OwnershipFilter> ownerships,

        @Nullable @Description("Filters by the partnerships of the brand.")
        RelationFilter<PartnershipFilter> partnerships,

        @Nullable @Description("Filters by the devices of the brand.")
        RelationFilter<DeviceFilter> devices,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the brand.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Brand> {

    @Override
    public void restrict(FilterCompiler<Brand> rows) {
        rows.on(Brand_.SLUG, slug)
                .on(Brand_.NAME, name)
                .on(Brand_.MAKES, makes)
                .to(MarketApi.HOME_MARKET, homeMarket)
                .through(BrandApi.ALIAS_OF.inverse(), aliases)
                .through(OwnershipApi.OWNERSHIP_OF.inverse(), ownerships)
                .through(PartnershipApi.OF_BRAND, partnerships)
                .through(DeviceApi.BRAND.inverse(), devices)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Brand.class), claims);
    }
}
