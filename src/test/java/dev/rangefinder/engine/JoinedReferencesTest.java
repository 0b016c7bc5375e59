package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that a foreign key references are read in the statement that reads the referencing rows, if these are few. */
@QuarkusTest
class JoinedReferencesTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow home = data.country().with("name", "home").save();
    private final StoredRow group = data.brand("group").save();
    private final StoredRow brand =
            data.brand("brand").ownedBy(group).with("home_market_id", home).save();
    private final StoredRow partnership = data.partnership("partnership").save();
    private final StoredRow series = data.device("series", brand)
            .with("kind", "SERIES")
            .resultingFrom(partnership)
            .save();
    private final StoredRow device = data.device("device", brand)
            .with("series_id", series)
            .with("released_on", "2024")
            .save();

    /** Checks the value of a root field and the number of statements that read it. */
    private void assertRead(int statements, String expected, String field, StoredRow named) {
        JsonNode answer = answer("query ($slug: String!) { found: " + field + " }", Map.of("slug", named.name()));
        assertEquals(json(expected), answer.at("/data/found"), answer::toPrettyString);
        assertEquals(statements, answer.at("/extensions/cost/statements").asInt(), answer::toPrettyString);
    }

    @Test
    void chainOfReferencesIsReadInOneStatement() {
        assertRead(
                1,
                "{name: 'device', series: {name: 'series', brand: {name: 'brand', homeMarket: {name: 'home'}}}}",
                "device(slug: $slug) { name series { name brand { name homeMarket { name } } } }",
                device);
    }

    @Test
    void nullReferenceIsReadInTheSameStatement() {
        assertRead(
                1,
                "{series: {series: null, brand: {name: 'brand'}}, citation: {key: '" + data.unique("evidence") + "'}}",
                "device(slug: $slug) { series { series { name } brand { name } } citation { key } }",
                device);
    }

    @Test
    void aliasesOfOneReferenceReturnTheirOwnFields() {
        assertRead(
                1,
                "{one: {name: 'brand'}, other: {makes: ['HANDSETS'], homeMarket: {name: 'home'}}, same: {name: 'brand'}}",
                "device(slug: $slug) { one: brand { name } other: brand { makes homeMarket { name } } same: brand { name } }",
                device);
    }

    @Test
    void pageIsReadWithItsReferences() {
        assertRead(
                2,
                "{devices: {nodes: [{name: 'device', brand: {homeMarket: {name: 'home'}}, series: {name: 'series'}},"
                        + " {name: 'series', brand: {homeMarket: {name: 'home'}}, series: null}]}}",
                "brand(slug: $slug) { devices { nodes { name brand { homeMarket { name } } series { name } } } }",
                brand);
    }

    @Test
    void lastPageAndFilteredPageAreReadWithTheirReferences() {
        assertRead(
                2,
                "{devices: {edges: [{node: {series: {brand: {name: 'brand'}}}}]}}",
                "brand(slug: $slug) { devices(last: 1, orderBy: {field: RELEASED_ON, nulls: FIRST}) {"
                        + " edges { node { series { brand { name } } } } } }",
                brand);
        StoredRow market = data.country().save();
        data.launch(device, market).with("status", "ANNOUNCED").save();
        assertRead(
                2,
                "{devices: {nodes: [{name: 'device', series: {name: 'series'}, brand: {name: 'brand'}}]}}",
                "brand(slug: $slug) { devices(filter: {launches: {some: {status: {eq: ANNOUNCED}}},"
                        + " name: {eq: \"device\"}}) { nodes { name series { name } brand { name } } } }",
                brand);
    }

    @Test
    void listIsReadWithItsReferences() {
        data.member(partnership, brand, "HANDSET_MAKER").save();
        assertRead(
                2,
                "{members: [{role: 'HANDSET_MAKER', brand: {name: 'brand', homeMarket: {name: 'home'}}}]}",
                "partnership(slug: $slug) { members { role brand { name homeMarket { name } } } }",
                partnership);
    }

    @Test
    void relationsOfReferencedRowsAreTraversed() {
        assertRead(
                3,
                "{series: {models: {nodes: [{name: 'device', brand: {name: 'brand'}}]}, brand: {subBrands: {nodes: []}}}}",
                "device(slug: $slug) { series { models { nodes { name brand { name } } }"
                        + " brand { subBrands { nodes { name } } } } }",
                device);
    }

    @Test
    void referencesOfNestedPagesAreReadInASeparateStatement() {
        String nodes = "nodes { name series { name } }";
        String expected =
                "{devices: {nodes: [{name: 'device', series: {name: 'series'}}, {name: 'series', series: null}]}}";
        for (int size : List.of(2, 100)) {
            String devices = "devices(first: " + size + ") { " + nodes + " }";
            assertRead(2, expected, "brand(slug: $slug) { " + devices + " }", brand);
            assertRead(
                    4,
                    "{subBrands: {nodes: [" + expected + "]}}",
                    "brand(slug: $slug) { subBrands(first: " + size + ") { nodes { " + devices + " } } }",
                    group);
        }
    }

    @Test
    void referencesThatDoNotFitOneStatementAreReadInSeveral() {
        String aliases = IntStream.range(0, 8)
                .mapToObj(i -> "a" + i + ": brand { " + fields(i) + " homeMarket { name } } ")
                .collect(Collectors.joining());
        JsonNode answer = answer(
                "query ($slug: String!) { device(slug: $slug) { " + aliases + " } }", Map.of("slug", device.name()));
        for (int i = 0; i < 8; i++) {
            assertEquals(
                    "home", answer.at("/data/device/a" + i + "/homeMarket/name").asText(), answer::toPrettyString);
        }
        assertEquals(9, answer.at("/extensions/cost/statements").asInt(), answer::toPrettyString);
    }

    /** A distinct set of fields for each number. */
    private static String fields(int number) {
        return (number % 2 == 1 ? "slug " : "")
                + (number / 2 % 2 == 1 ? "name " : "")
                + (number / 4 == 1 ? "makes " : "");
    }
}
