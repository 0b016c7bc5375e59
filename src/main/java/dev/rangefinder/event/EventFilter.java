package dev.rangefinder.event;

import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.evidence.Fact_;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.market.MarketReferenceFilter;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter events by. */
public record EventFilter(
        @Nullable @Description("Filters by slug.") SlugFilter slug,
        @Nullable @Description("Filters by name.") TextFilter name,
        @Nullable @Description("Filters by kind.") EnumFilter<EventKind> kind,

        @Nullable @Description("Filters by the date of the event, or its first date.")
        DateFilter on,

        @Nullable @Description("Filters by the code of the market.")
        MarketReferenceFilter market,

        @Nullable @Description("Filters by the brands that the event is about.")
        RelationFilter<BrandFilter> brands,

        @Nullable @Description("Filters by the partnerships that the event is about.")
        RelationFilter<PartnershipFilter> partnerships,

        @Nullable @Description("Filters by standing.") EnumFilter<Standing> standing,

        @Nullable @Description("Filters by the claims about the event.")
        RelationFilter<ClaimFilter> claims)
        implements Criteria<Event> {

    @Override
    public void restrict(FilterCompiler<Event> rows) {
        rows.on(Event_.SLUG, slug)
                .on(Event_.NAME, name)
                .on(Event_.KIND, kind)
                .on(Event_.ON, on)
                .to(EventApi.MARKET, market)
                .through(EventApi.BRANDS.toRight(), brands)
                .through(EventApi.PARTNERSHIPS.toRight(), partnerships)
                .tested(Fact_.STANDING, standing)
                .through(EvidenceApi.claimsAbout(Event.class), claims);
    }
}
