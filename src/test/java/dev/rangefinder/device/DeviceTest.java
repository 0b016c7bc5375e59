package dev.rangefinder.device;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of devices and their relations. */
@QuarkusTest
class DeviceTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("maker").save();

    @Test
    void deviceReturnsItsProperties() {
        StoredRow partnership = data.partnership("together").save();
        StoredRow citation = data.citation("C").save();
        StoredRow series = data.device("series", brand).with("kind", "SERIES").save();
        StoredRow device = data.device("p50-pro", brand)
                .with("name", "P50 Pro")
                .with("series_id", series)
                .resultingFrom(partnership)
                .with("released_on", "2021-07")
                .with("chipset", "Kirin 9000")
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {device: {slug: '%s', name: 'P50 Pro', kind: 'MODEL', releasedOn: '2021-07',
                            chipset: 'Kirin 9000', standing: 'REPORTED', brand: {slug: '%s'},
                            partnerships: {nodes: [{slug: '%s'}]}, series: {slug: '%s', kind: 'SERIES'}, citation: {key: '%s'}}}""".formatted(device.name(), brand.name(), partnership.name(), series.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          device(slug: $slug) {
                            slug name kind releasedOn chipset standing brand { slug }
                            partnerships { nodes { slug } } series { slug kind } citation { key }
                          }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void unknownPropertyOfDeviceIsNull() {
        StoredRow device = data.device("unknown", brand).save();
        assertEquals(
                json(
                        "{device: {announcedOn: null, releasedOn: null, status: null, chipset: null, hardwareCode: null, partnerships: {nodes: []}, series: null, twins: {nodes: []}}}"),
                data("""
                        query ($slug: String!) {
                          device(slug: $slug) {
                            announcedOn releasedOn status chipset hardwareCode partnerships { nodes { slug } }
                            series { slug } twins { nodes { slug } }
                          }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void deviceListsItsVariantsAliasesAndCollaborations() {
        StoredRow partnership = data.partnership("together").save();
        StoredRow device = data.device("x", brand).save();
        data.collaboration(partnership, device).with("position", 3).save();
        data.variant(device, "2201122C").with("memory", 12).with("storage", 256).save();
        data.alias(device, "code").with("kind", "MODEL_CODE").save();
        assertEquals(
                json("""
                        {device: {variants: [{code: '2201122C', memory: 12, storage: 256, chipset: null, market: null}],
                            aliases: [{text: '%s', kind: 'MODEL_CODE'}],
                            collaborations: [{position: 3, standing: 'RUMOURED', partnership: {slug: '%s'}}]},
                            partnership: {devices: {edges: [{position: 3, node: {slug: '%s'}}]}}}""".formatted(data.unique("code"), partnership.name(), device.name())),
                data("""
                        query ($slug: String!, $partnership: String!) {
                          device(slug: $slug) {
                            variants { code memory storage chipset market { code } } aliases { text kind }
                            collaborations { position standing partnership { slug } }
                          }
                          partnership(slug: $partnership) { devices { edges { position node { slug } } } }
                        }""", Map.of("slug", device.name(), "partnership", partnership.name())));
    }

    @Test
    void devicesWithTheSameHardwareAreTwins() {
        StoredRow one = data.device("one", brand)
                .with("hardware_code", data.unique("h"))
                .save();
        StoredRow two = data.device("two", brand)
                .with("hardware_code", data.unique("h"))
                .save();
        assertEquals(
                json("{device: {twins: {nodes: [{slug: '%s', twins: {nodes: [{slug: '%s'}]}}]}}}"
                        .formatted(two.name(), one.name())),
                data(
                        "query ($slug: String!) { device(slug: $slug) { twins { nodes { slug twins { nodes { slug } } } } } }",
                        Map.of("slug", one.name())));
    }

    @Test
    void seriesCanContainSeries() {
        StoredRow outer = data.device("outer", brand).with("kind", "SERIES").save();
        StoredRow inner = data.device("inner", brand)
                .with("kind", "SERIES")
                .with("series_id", outer)
                .save();
        StoredRow model = data.device("model", brand).with("series_id", inner).save();
        assertEquals(
                json("{device: {series: {slug: '%s', series: {slug: '%s'}}}}".formatted(inner.name(), outer.name())),
                data(
                        "query ($slug: String!) { device(slug: $slug) { series { slug series { slug } } } }",
                        Map.of("slug", model.name())));
    }

    @Test
    void seriesListsItsModelsNewestFirst() {
        StoredRow series = data.device("series", brand).with("kind", "SERIES").save();
        StoredRow unknown =
                data.device("undated", brand).with("series_id", series).save();
        StoredRow old = data.device("old", brand)
                .with("series_id", series)
                .with("released_on", "2021")
                .save();
        StoredRow young = data.device("young", brand)
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
    void deviceListsItsLaunchesAndClaims() {
        StoredRow device = data.device("x", brand).save();
        StoredRow market = data.country().save();
        data.launch(device, market).with("launched_on", "2022").save();
        data.claim(data.citation("C").save(), device).with("property", "motive").save();
        assertEquals(json("""
                        {device: {launches: {nodes: [{launchedOn: '2022', market: {code: '%s'}}]},
                            claims: {nodes: [{property: 'motive'}]}}}""".formatted(market.name())), data("""
                        query ($slug: String!) {
                          device(slug: $slug) {
                            launches { nodes { launchedOn market { code } } } claims(filter: {property: {eq: "motive"}}) { nodes { property } }
                          }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void devicesAreOrderedNewestFirstByDefault() {
        StoredRow old =
                data.device("old", brand).with("released_on", "2021-12-31").save();
        StoredRow young =
                data.device("young", brand).with("released_on", "2022").save();
        assertEquals(
                json("{devices: {nodes: [{slug: '%s'}, {slug: '%s'}]}}".formatted(young.name(), old.name())),
                data(
                        "query ($brand: String!) { devices(filter: {brand: {eq: $brand}}) { nodes { slug } } }",
                        Map.of("brand", brand.name())));
    }

    @Test
    void unknownDeviceIsNull() {
        assertEquals(json("{device: null}"), data("{ device(slug: \"no-such-device\") { name } }"));
    }
}
