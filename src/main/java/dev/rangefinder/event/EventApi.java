package dev.rangefinder.event;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.BrandFilter;
import dev.rangefinder.brand.BrandOrderField;
import dev.rangefinder.market.Market;
import dev.rangefinder.market.MarketApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.partnership.PartnershipOrderField;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of events. */
@GraphQLApi
public class EventApi implements NodeSource {

    static final EntityTable<Event> EVENTS =
            EntityTable.of(Event.class, Event_.SLUG, Order.ascending(EventOrderField.ON));

    static final ToOne<Event, Market> MARKET = EVENTS.toOne(Event_.MARKET_ID, MarketApi.MARKETS);

    static final LinkTable<Event, Brand> BRANDS = new LinkTable<>("event_brand", EVENTS, BrandApi.BRANDS);

    static final LinkTable<Event, Partnership> PARTNERSHIPS =
            new LinkTable<>("event_partnership", EVENTS, PartnershipApi.PARTNERSHIPS);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(EVENTS);
    }

    @Query
    @Nullable @Description("The event with the given slug. Null if it does not exist.")
    public Event event(@Description("The slug of the event, such as `mobile-world-congress-2024`.") String slug) {
        return EVENTS.find(slug);
    }

    @Query
    @Description("The events of the catalogue, earliest first by default.")
    public Connection<Event> events(PageRequest<EventFilter, EventOrderField> page) {
        return EVENTS.page(page);
    }

    @Nullable @Description("The market in which the event took place. Null if not stated.")
    @Reads(Event_.MARKET_ID)
    public List<Market> market(@Source List<Event> events) {
        return MARKET.of(events);
    }

    @Description("The brands that the event is about, ordered by slug by default.")
    @Reads({})
    public List<Connection<Brand>> brands(@Source List<Event> events, PageRequest<BrandFilter, BrandOrderField> page) {
        return BRANDS.toRight().pages(events, page);
    }

    @Description("The partnerships that the event is about, ordered by slug by default.")
    @Reads({})
    public List<Connection<Partnership>> partnerships(
            @Source List<Event> events, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return PARTNERSHIPS.toRight().pages(events, page);
    }

    @Name("events")
    @Description("The events that the brand was part of or that affected it, earliest first by default.")
    @Reads({})
    public List<Connection<Event>> eventsOfBrand(
            @Source List<Brand> brands, PageRequest<EventFilter, EventOrderField> page) {
        return BRANDS.toLeft().pages(brands, page);
    }

    @Name("events")
    @Description("The events that the partnership was part of or that affected it, earliest first by default.")
    @Reads({})
    public List<Connection<Event>> eventsOfPartnership(
            @Source List<Partnership> partnerships, PageRequest<EventFilter, EventOrderField> page) {
        return PARTNERSHIPS.toLeft().pages(partnerships, page);
    }

    @Name("events")
    @Description("The events in the market, earliest first by default.")
    @Reads({})
    public List<Connection<Event>> eventsInMarket(
            @Source List<Market> markets, PageRequest<EventFilter, EventOrderField> page) {
        return MARKET.inverse().pages(markets, page);
    }
}
