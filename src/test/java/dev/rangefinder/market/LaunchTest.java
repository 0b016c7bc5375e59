package dev.rangefinder.market;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
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
        data.claim(citation, launch).with("property", "launchedOn").save();
        assertEquals(
                json("""
                        {launches: {nodes: [{launchedOn: '2022-05-23', status: 'LAUNCHED', standing: 'REPORTED',
                            price: null, device: {slug: '%s'}, market: {code: '%s'}, citation: {key: '%s'},
                            claims: {nodes: [{property: 'launchedOn'}]}}]}}""".formatted(device.name(), market.name(), citation.name())),
                data("""
                        query ($device: String!) {
                          launches(filter: {device: {eq: $device}}) {
                            nodes {
                              launchedOn status standing price { amount } device { slug } market { code }
                              citation { key } claims { nodes { property } }
                            }
                          }
                        }""", Map.of("device", device.name())));
    }

    @ParameterizedTest
    @EnumSource(PriceBound.class)
    void priceReturnsItsBound(PriceBound bound) {
        data.launch(device, data.country().save())
                .with("price_amount", new BigDecimal("74999.90"))
                .with("price_currency", "INR")
                .with("price_bound", bound.name())
                .save();
        assertEquals(
                json("{launches: {nodes: [{price: {amount: '74999.90', currency: 'INR', bound: '%s'}}]}}"
                        .formatted(bound)),
                data("""
                        query ($device: String!) {
                          launches(filter: {device: {eq: $device}}) { nodes { price { amount currency bound } } }
                        }""", Map.of("device", device.name())));
    }

    @ParameterizedTest
    @EnumSource(LaunchStatus.class)
    void launchReturnsItsStatus(LaunchStatus status) {
        data.launch(device, data.country().save()).with("status", status.name()).save();
        assertEquals(
                json("{device: {launches: {nodes: [{status: '%s', launchedOn: null, citation: null}]}}}"
                        .formatted(status)),
                data("""
                        query ($device: String!) {
                          device(slug: $device) { launches { nodes { status launchedOn citation { key } } } }
                        }""", Map.of("device", device.name())));
    }

    @Test
    void launchesAreOrderedByDateWithUndatedOnesFirst() {
        data.launch(device, data.country().save()).with("launched_on", "2022").save();
        data.launch(device, data.country().save()).save();
        data.launch(device, data.country().save())
                .with("launched_on", "2021-12-31")
                .save();
        assertEquals(
                json(
                        "{device: {launches: {nodes: [{launchedOn: null}, {launchedOn: '2021-12-31'}, {launchedOn: '2022'}]}}}"),
                data(
                        "query ($device: String!) { device(slug: $device) { launches { nodes { launchedOn } } } }",
                        Map.of("device", device.name())));
    }
}
