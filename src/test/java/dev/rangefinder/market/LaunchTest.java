package dev.rangefinder.market;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries of launches and their prices. */
@QuarkusTest
class LaunchTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow device =
            data.device("phone", data.brand("maker").save()).save();

    @Test
    void launchReturnsItsProperties() {
        StoredRow market = data.country().save();
        StoredRow citation = data.citation("C").save();
        StoredRow launch = data.launch(device, market)
                .with("launched_on", "2022-05-23")
                .citedFrom(citation)
                .save();
        data.claim(citation, launch).with("property", "motive").save();
        assertEquals(
                json("""
                        {launches: {nodes: [{launchedOn: '2022-05-23', status: 'LAUNCHED', standing: 'REPORTED',
                            price: null, device: {slug: '%s'}, market: {code: '%s'}, citation: {key: '%s'},
                            claims: {nodes: [{property: 'motive'}]}}]}}""".formatted(device.name(), market.name(), citation.name())),
                data("""
                        query ($device: String!) {
                          launches(filter: {device: {eq: $device}}) {
                            nodes {
                              launchedOn status standing price { amount } device { slug } market { code }
                              citation { key } claims(filter: {property: {eq: "motive"}}) { nodes { property } }
                            }
                          }
                        }""", Map.of("device", device.name())));
    }

    @ParameterizedTest
    @EnumSource(PriceBound.class)
    void priceReturnsItsBound(PriceBound bound) {
        StoredRow launch = data.launch(device, data.country().save()).save();
        data.price(launch, device, "74999.90", "INR")
                .with("bound", bound.name())
                .save();
        assertEquals(
                json("{launches: {nodes: [{price: {amount: '74999.90', currency: 'INR', bound: '%s'}}]}}"
                        .formatted(bound)),
                data("""
                        query ($device: String!) {
                          launches(filter: {device: {eq: $device}}) { nodes { price { amount currency bound } } }
                        }""", Map.of("device", device.name())));
    }

    @Test
    void priceIsTheLatestOfAll() {
        StoredRow launch = data.launch(device, data.country().save()).save();
        data.price(launch, device, "999", "EUR").with("on_date", "2022-05").save();
        data.price(launch, device, "799", "EUR").with("on_date", "2023").save();
        data.price(launch, device, "1099", "EUR").save();
        assertEquals(json("""
                        {launches: {nodes: [{price: {amount: '799'}, prices: [
                            {amount: '999', on: '2022-05'}, {amount: '799', on: '2023'}, {amount: '1099', on: null}]}]}}"""), data("""
                        query ($device: String!) {
                          launches(filter: {device: {eq: $device}}) { nodes { price { amount } prices { amount on } } }
                        }""", Map.of("device", device.name())));
    }

    @Test
    void launchesAreFilteredByPriceInACurrency() {
        StoredRow cheap = data.launch(device, data.country().save())
                .with("seller", "Cheap")
                .save();
        data.price(cheap, device, "74999.90", "INR").save();
        StoredRow other = data.launch(device, data.country().save())
                .with("seller", "Other")
                .save();
        data.price(other, device, "75000", "INR").save();
        StoredRow abroad = data.launch(device, data.country().save())
                .with("seller", "Abroad")
                .save();
        data.price(abroad, device, "900", "USD").save();
        assertEquals(json("{launches: {nodes: [{seller: 'Cheap'}]}}"), data("""
                        query ($device: String!) {
                          launches(filter: {device: {eq: $device}, price: {currency: "INR", lt: 75000}}) { nodes { seller } }
                        }""", Map.of("device", device.name())));
    }

    @ParameterizedTest
    @EnumSource(LaunchStatus.class)
    void launchReturnsItsStatus(LaunchStatus status) {
        data.launch(device, data.country().save()).with("status", status.name()).save();
        assertEquals(
                json(
                        "{device: {launches: {nodes: [{status: '%s', launchedOn: null, announcedOn: null, seller: null}]}}}"
                                .formatted(status)),
                data("""
                        query ($device: String!) {
                          device(slug: $device) { launches { nodes { status launchedOn announcedOn seller } } }
                        }""", Map.of("device", device.name())));
    }

    @Test
    void launchesAreOrderedByDateWithUndatedOnesLast() {
        data.launch(device, data.country().save()).with("launched_on", "2022").save();
        data.launch(device, data.country().save()).save();
        data.launch(device, data.country().save())
                .with("launched_on", "2021-12-31")
                .save();
        assertEquals(
                json(
                        "{device: {launches: {nodes: [{launchedOn: '2021-12-31'}, {launchedOn: '2022'}, {launchedOn: null}]}}}"),
                data(
                        "query ($device: String!) { device(slug: $device) { launches { nodes { launchedOn } } } }",
                        Map.of("device", device.name())));
    }
}
