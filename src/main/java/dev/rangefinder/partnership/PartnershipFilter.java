package dev.rangefinder.partnership;

import dev.rangefinder.device.CollaborationApi;
import dev.rangefinder.device.DeviceFilter;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.BooleanFilter;
import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.filter.TextListFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter partnerships by. */
public record PartnershipFilter(
        @GroupedBy(Grouping.IDENTITY) @Nullable @Description("Filters by slug.")
        SlugFilter slug,

        @Nullable @Description("Filters by name.") TextFilter name,

        @Nullable @Description("Filters by the date on which the agreement was signed.")
        DateFilter signedOn,

        @Nullable @Description("Filters by the date of the announcement.")
        DateFilter announcedOn,

        @Nullable @Description("Filters by the start date.") DateFilter startedOn,
        @Nullable @Description("Filters by the end date.") DateFilter endedOn,

        @Nullable @Description("Filters by whether a document says that the partnership goes on.")
        BooleanFilter ongoing,

        @Nullable @Description("Filters by the status on a given day.")
        PartnershipStatusFilter status,

        @Nullable @Description("Filters by the names of partners on the devices.")
        TextListFilter productBrands,

        @Nullable @Description("Filters by the lines of devices.")
        TextListFilter lines,

        @Nullable @Description("Filters by the slug of the partnership that this one succeeds.")
        ReferenceFilter succeeds,

        @Nullable @Description("Filters by the members of the partnership.")
        RelationFilter<MemberFilter> members,

        @Nullable @Description("Filters by the territories of the partnership.")
        RelationFilter<TerritoryFilter> territories,

        @Nullable @Description("Filters by the devices of the partnership.")
        RelationFilter<DeviceFilter> devices,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the partnership.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Partnership> {

    @Override
    public void restrict(FilterCompiler<Partnership> rows) {
        rows.on(Partnership_.SLUG, slug)
                .on(Partnership_.NAME, name)
                .on(Partnership_.SIGNED_ON, signedOn)
                .on(Partnership_.ANNOUNCED_ON, announcedOn)
                .on(Partnership_.STARTED_ON, startedOn)
                .on(Partnership_.ENDED_ON, endedOn)
                .on(Partnership_.ONGOING, ongoing)
                .on(PartnershipStatusFilter.PROPERTIES, status)
                .on(Partnership_.PRODUCT_BRANDS, productBrands)
                .on(Partnership_.LINES, lines)
                .to(PartnershipApi.SUCCEEDS, succeeds)
                .through(PartnershipApi.MEMBER_OF.inverse(), members)
                .through(TerritoryApi.TERRITORY_OF.inverse(), territories)
                .through(CollaborationApi.OF_PARTNERSHIP, devices)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Partnership.class), claims);
    }
}
