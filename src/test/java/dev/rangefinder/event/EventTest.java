package dev.rangefinder.event;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of events and their relations. */
@QuarkusTest
class EventTest {

    private final CatalogueData data = new CatalogueData();

    @Test
    void eventReturnsItsProperties() {
        StoredRow market = data.country().save();
        StoredRow brand = data.brand("b").save();
        StoredRow citation = data.citation("C").save();
        StoredRow event = data.event("congress")
                .with("kind", "TRADE_SHOW")
                .with("on_date", "2024-02-26")
                .with("until", "2024-02-29")
                .with("place", "Barcelona")
                .with("market_id", market)
                .about(brand)
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {event: {slug: '%s', name: 'congress', kind: 'TRADE_SHOW', on: '2024-02-26', until: '2024-02-29',
                            place: 'Barcelona', standing: 'REPORTED', market: {code: '%s'}, brands: {nodes: [{slug: '%s'}]},
                            partnerships: {nodes: []}, citation: {key: '%s'}}}""".formatted(event.name(), market.name(), brand.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          event(slug: $slug) {
                            slug name kind on until place standing market { code } brands { nodes { slug } }
                            partnerships { nodes { slug } } citation { key }
                          }
                        }""", Map.of("slug", event.name())));
        assertEquals(
                json(
                        "{brand: {events: {nodes: [{slug: '%1$s'}]}}, market: {events: {nodes: [{slug: '%1$s'}]}}, events: {totalCount: 1}}"
                                .formatted(event.name())),
                data("""
                        query ($brand: String!, $market: String!) {
                          brand(slug: $brand) { events { nodes { slug } } }
                          market(code: $market) { events { nodes { slug } } }
                          events(filter: {brands: {some: {slug: {eq: $brand}}}, on: {gte: "2024"}}) { totalCount }
                        }""", Map.of("brand", brand.name(), "market", market.name())));
    }

    @Test
    void unknownPropertyOfEventIsNull() {
        StoredRow event = data.event("vague").save();
        assertEquals(
                json("{event: {kind: 'OTHER', on: null, until: null, place: null, market: null}}"),
                data(
                        "query ($slug: String!) { event(slug: $slug) { kind on until place market { code } } }",
                        Map.of("slug", event.name())));
    }

    @Test
    void unknownEventIsNull() {
        assertEquals(json("{event: null}"), data("{ event(slug: \"no-such-event\") { name } }"));
    }
}
