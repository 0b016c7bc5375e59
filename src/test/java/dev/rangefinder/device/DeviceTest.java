package dev.rangefinder.device;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.Saved;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients learn about devices. */
@QuarkusTest
class DeviceTest {

    private final CatalogueData data = new CatalogueData();
    private final Saved brand = data.brand("maker").save();

    @Test
    void aDeviceTellsAboutItself() {
        Saved partnership = data.partnership("together").save();
        Saved citation = data.citation("C").save();
        Saved series = data.device("series", brand).with("kind", "SERIES").save();
        Saved device = data.device("p50-pro", brand)
                .with("name", "P50 Pro")
                .with("series_id", series)
                .with("partnership_id", partnership)
                .with("released_on", "2021-07")
                .with("chipset", "Kirin 9000")
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {device: {slug: '%s', name: 'P50 Pro', kind: 'MODEL', releasedOn: '2021-07',
                            chipset: 'Kirin 9000', standing: 'REPORTED', brand: {slug: '%s'},
                            partnership: {slug: '%s'}, series: {slug: '%s', kind: 'SERIES'}, citation: {key: '%s'}}}""".formatted(device.name(), brand.name(), partnership.name(), series.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          device(slug: $slug) {
                            slug name kind releasedOn chipset standing brand { slug }
                            partnership { slug } series { slug kind } citation { key }
                          }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void whatNobodyKnowsAboutADeviceIsNull() {
        Saved device = data.device("unknown", brand).save();
        assertEquals(
                json("{device: {releasedOn: null, chipset: null, partnership: null, series: null, citation: null}}"),
                data("""
                        query ($slug: String!) {
                          device(slug: $slug) { releasedOn chipset partnership { slug } series { slug } citation { key } }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void aSeriesLeadsToItsModelsTheNewestFirst() {
        Saved series = data.device("series", brand).with("kind", "SERIES").save();
        Saved unknown = data.device("undated", brand).with("series_id", series).save();
        Saved old = data.device("old", brand)
                .with("series_id", series)
                .with("released_on", "2021")
                .save();
        Saved young = data.device("young", brand)
                .with("series_id", series)
                .with("released_on", "2022-05-23")
                .save();
        assertEquals(
                json("{device: {models: {nodes: [{slug: '%s'}, {slug: '%s'}, {slug: '%s'}]}}}"
                        .formatted(young.name(), old.name(), unknown.name())),
                data(
                        "query ($slug: String!) { device(slug: $slug) { models { nodes { slug } } } }",
                        Map.of("slug", series.name())));
    }

    @Test
    void aDeviceLeadsToItsLaunchesAndClaims() {
        Saved device = data.device("x", brand).save();
        Saved market = data.country().save();
        data.launch(device, market).with("launched_on", "2022").save();
        data.claim(data.citation("C").save(), device)
                .with("property", "chipset")
                .save();
        assertEquals(json("""
                        {device: {launches: {nodes: [{launchedOn: '2022', market: {code: '%s'}}]},
                            claims: {nodes: [{property: 'chipset'}]}}}""".formatted(market.name())), data("""
                        query ($slug: String!) {
                          device(slug: $slug) {
                            launches { nodes { launchedOn market { code } } } claims { nodes { property } }
                          }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void devicesAreListedTheNewestFirst() {
        Saved old = data.device("old", brand).with("released_on", "2021-12-31").save();
        Saved young = data.device("young", brand).with("released_on", "2022").save();
        assertEquals(
                json("{devices: {nodes: [{slug: '%s'}, {slug: '%s'}]}}".formatted(young.name(), old.name())),
                data(
                        "query ($brand: String!) { devices(filter: {brand: {eq: $brand}}) { nodes { slug } } }",
                        Map.of("brand", brand.name())));
    }

    @Test
    void anUnknownDeviceIsNull() {
        assertEquals(json("{device: null}"), data("{ device(slug: \"no-such-device\") { name } }"));
    }
}
