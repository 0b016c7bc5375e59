package dev.rangefinder.device;

import dev.rangefinder.brand.AliasFilter;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.market.LaunchApi;
import dev.rangefinder.market.LaunchFilter;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter devices by. */
public record DeviceFilter(
        @GroupedBy(Grouping.IDENTITY) @Nullable @Description("Filters by slug.")
        SlugFilter slug,

        @Nullable @Description("Filters by name.") TextFilter name,
        @Nullable @Description("Filters by kind.") EnumFilter<DeviceKind> kind,

        @Nullable @Description("Filters by how far the device has come.")
        EnumFilter<DeviceStatus> status,

        @Nullable @Description("Filters by the slug of the brand.")
        ReferenceFilter brand,

        @Nullable @Description("Filters by the slug of the series.")
        ReferenceFilter series,

        @Nullable @Description("Filters by the date of the announcement.")
        DateFilter announcedOn,

        @Nullable @Description("Filters by the release date.")
        DateFilter releasedOn,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by the system on a chip (SoC).")
        TextFilter chipset,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by the code of the hardware.")
        SlugFilter hardwareCode,

        @Nullable @Description("Filters by other names and codes of the device.")
        RelationFilter<AliasFilter> aliases,

        @Nullable @Description("Filters by the variants of the device.")
        RelationFilter<VariantFilter> variants,

        @Nullable @Description("Filters by the partnerships that the device results from.")
        RelationFilter<PartnershipFilter> partnerships,

        @Nullable @Description("Filters by the launches of the device.")
        RelationFilter<LaunchFilter> launches,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the device.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Device> {

    @Override
    public void restrict(FilterCompiler<Device> rows) {
        rows.on(Device_.SLUG, slug)
                .on(Device_.NAME, name)
                .on(Device_.KIND, kind)
                .on(Device_.STATUS, status)
                .to(DeviceApi.BRAND, brand)
                .to(DeviceApi.SERIES, series)
                .on(Device_.ANNOUNCED_ON, announcedOn)
                .on(Device_.RELEASED_ON, releasedOn)
                .on(Device_.CHIPSET, chipset)
                .on(Device_.HARDWARE_CODE, hardwareCode)
                .through(DeviceApi.ALIAS_OF.inverse(), aliases)
                .through(VariantApi.VARIANT_OF.inverse(), variants)
                .through(CollaborationApi.PARTNERSHIPS_OF, partnerships)
                .through(LaunchApi.DEVICE.inverse(), launches)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Device.class), claims);
    }
}
