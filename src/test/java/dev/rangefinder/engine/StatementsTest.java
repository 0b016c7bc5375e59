package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations execute at most one statement for each relation of the document, whatever the size of the data. */
@QuarkusTest
class StatementsTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow citation = data.citation("C").save();
    private final StoredRow market = data.country().save();

    /** A brand with this number of sub-brands, each of which has one row in every relation. */
    private StoredRow brandOf(String word, int size) {
        StoredRow parent = data.brand(word).save();
        data.inOneTransaction(() -> {
            for (int i = 0; i < size; i++) {
                addBrand(word + i, parent);
            }
        });
        return parent;
    }

    private void addBrand(String word, StoredRow parent) {
        StoredRow brand = data.brand(word)
                .ownedBy(parent)
                .with("home_market_id", market)
                .citedFrom(citation)
                .save();
        StoredRow partnership = data.partnership(word).citedFrom(citation).save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        data.territory(partnership, market, true).save();
        data.term(partnership, "SUCCESSOR").with("statement", "another").save();
        StoredRow device = data.device(word, brand)
                .resultingFrom(partnership)
                .citedFrom(citation)
                .save();
        data.launch(device, market).citedFrom(citation).save();
        data.figure(market, "2021").citedFrom(citation).about(brand).save();
        StoredRow claim = data.claim(citation, brand)
                .with("property", "name")
                .with("value", word)
                .save();
        data.effect(claim, device).save();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " 2 | slug name",
                " 4 | parent { name }",
                " 2 | homeMarket { name }",
                " 2 | citation { key }",
                " 3 | devices { nodes { name } }",
                " 3 | devices { edges { cursor node { name } } nodes { slug } }",
                " 4 | devices { totalCount nodes { name } }",
                " 3 | partnerships { edges { role } }",
                " 3 | figures { nodes { period } }",
                " 3 | claims { nodes { property } }",
                " 4 | claims { nodes { subject { id } } }",
                " 3 | claims { nodes { agrees } }",
                " 4 | claims { nodes { citation { key } } }",
                " 5 | claims { nodes { effects { device { slug } } } }",
                " 5 | partnerships { nodes { members { brand { name } } } }",
                " 4 | partnerships { nodes { terms { kind } } }",
                " 5 | partnerships { nodes { territories { market { name } } } }",
                " 3 | partnerships { nodes { status } }",
                " 4 | devices { nodes { launches { nodes { price { amount } } } } }",
                " 5 | devices { nodes { launches { nodes { market { name } } } } }",
                " 5 | diff(from: {revision: 0}) { kind }",
                " 7 | diff(from: {revision: 0}) { properties { name } claims { nodes { kind } } }",
                " 8 | partnerships { nodes { diff(from: {revision: 0}) { neighbourhood(first: 1) { nodes { properties { name } } } } } }",
                " 6 | devices { nodes { partnerships { nodes { name } } launches { nodes { market { code } } } } }",
                " 4 | devices { nodes { launches(filter: {status: {eq: LAUNCHED}}) { nodes { status } } } }",
                " 8 | partnerships(first: 2) { edges { role node { devices(first: 2) { nodes { launches(first: 2) { nodes { "
                        + "market { launches(first: 2) { nodes { device { name } } } } } } } } } } }"
            })
    void relationIsOneStatementForAnyNumberOfParents(int statements, String fields) {
        String document = "query ($slug: String!) { brand(slug: $slug) { subBrands { nodes { " + fields + " } } } }";
        for (StoredRow parent : List.of(brandOf("one", 1), brandOf("twenty", 20))) {
            JsonNode answer = answer(document, Map.of("slug", parent.name()));
            assertTrue(answer.path("errors").isMissingNode(), answer::toPrettyString);
            assertEquals(statements, answer.at("/extensions/cost/statements").asInt(), parent::name);
        }
    }

    @Test
    void aliasesWithDifferentArgumentsGetTheirOwnAnswers() {
        StoredRow brand = data.brand("b").save();
        for (String name : List.of("a", "b", "c")) {
            data.device(name, brand).save();
        }
        JsonNode answer = answer("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    one: devices(first: 1, orderBy: {field: SLUG}) { nodes { name } }
                    two: devices(last: 2, orderBy: {field: SLUG}) { nodes { name } }
                    three: devices(filter: {name: {eq: "b"}}) { nodes { name } }
                  }
                }""", Map.of("slug", brand.name()));
        assertEquals(json("""
                        {brand: {one: {nodes: [{name: 'a'}]}, two: {nodes: [{name: 'b'}, {name: 'c'}]},
                            three: {nodes: [{name: 'b'}]}}}"""), answer.get("data"));
        assertEquals(4, answer.at("/extensions/cost/statements").asInt());
    }

    @Test
    void aliasesOfSeveralParentsGetTheirOwnAnswers() {
        StoredRow parent = data.brand("parent").save();
        for (String name : List.of("x", "y")) {
            StoredRow brand = data.brand(name).ownedBy(parent).save();
            data.device(name + "-a", brand).with("name", name + " a").save();
            data.device(name + "-b", brand).with("name", name + " b").save();
        }
        JsonNode answer = answer("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    subBrands {
                      nodes {
                        one: devices(first: 1, orderBy: {field: SLUG}) { nodes { name } }
                        other: devices(last: 1, orderBy: {field: SLUG}) { nodes { name } }
                      }
                    }
                  }
                }""", Map.of("slug", parent.name()));
        assertEquals(json("""
                        {brand: {subBrands: {nodes: [
                            {one: {nodes: [{name: 'x a'}]}, other: {nodes: [{name: 'x b'}]}},
                            {one: {nodes: [{name: 'y a'}]}, other: {nodes: [{name: 'y b'}]}}]}}}"""), answer.get("data"));
        assertEquals(4, answer.at("/extensions/cost/statements").asInt());
    }

    @Test
    void repeatedFieldIsReadOnce() {
        StoredRow brand = data.brand("b").save();
        JsonNode answer = answer("""
                query ($slug: String!) {
                  brand(slug: $slug) { devices { nodes { name } } ...more }
                }
                fragment more on Brand { devices { nodes { slug } } }
                """, Map.of("slug", brand.name()));
        assertEquals(2, answer.at("/extensions/cost/statements").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // equal fields
                "2 | one: devices(first: 1) { nodes { slug } } two: devices(first: 1) { nodes { slug } }",
                "2 | one: devices { totalCount } two: devices { totalCount }",
                "3 | one: devices(first: 1) { nodes { slug } } two: devices(first: 2) { nodes { slug } }",
                "3 | one: devices(first: 1) { nodes { slug } } two: devices(first: 1) { nodes { name } }",
                "1 | one: homeMarket { code } two: homeMarket { code }",
                // the size of a connection
                "2 | devices(first: 1) { totalCount }",
                "2 | devices(first: 1) { __typename totalCount again: totalCount }",
                "2 | devices(first: 1, orderBy: {field: SLUG}) { totalCount } more: devices(first: 2) { totalCount }",
                "3 | devices(first: 1) { totalCount nodes { slug } }",
                "3 | devices(first: 1) { totalCount edges { cursor } }"
            })
    void equalFieldsAreReadOnce(int statements, String fields) {
        StoredRow brand = data.brand("b").with("home_market_id", market).save();
        data.device("one", brand).save();
        JsonNode answer = answer(
                "query ($slug: String!) { brands(filter: {slug: {eq: $slug}}) { nodes { " + fields + " } } }",
                Map.of("slug", brand.name()));
        assertEquals(statements, answer.at("/extensions/cost/statements").asInt(), answer::toString);
    }

    @Test
    void equalFieldsGetEqualAnswers() {
        StoredRow brand = data.brand("b").save();
        data.device("one", brand).save();
        JsonNode answer = answer(
                "query ($slug: String!) { brand(slug: $slug) { one: devices { nodes { slug brand { name } } totalCount } "
                        + "two: devices { nodes { slug brand { name } } totalCount } } }",
                Map.of("slug", brand.name()));
        assertEquals(1, answer.at("/data/brand/one/totalCount").asInt());
        assertEquals(answer.at("/data/brand/one"), answer.at("/data/brand/two"));
    }

    @Test
    void nodesAreOneStatementForEachType() {
        StoredRow brand = data.brand("b").save();
        StoredRow first = data.device("x", brand).save();
        StoredRow second = data.device("y", brand).save();
        List<String> ids = answer("""
                        query ($b: String!, $x: String!, $y: String!) {
                          brand(slug: $b) { id } x: device(slug: $x) { id } y: device(slug: $y) { id }
                        }""", Map.of("b", brand.name(), "x", first.name(), "y", second.name()))
                .findValuesAsText("id");
        JsonNode answer = answer("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids));
        assertEquals(3, answer.at("/data/nodes").size());
        assertEquals(2, answer.at("/extensions/cost/statements").asInt());
    }

    @Test
    void relationWithoutParentsNeedsNoStatement() {
        StoredRow brand = data.brand("b").save();
        JsonNode answer = answer(
                "query ($slug: String!) { brand(slug: $slug) { devices { nodes { launches { nodes { status } } } } } }",
                Map.of("slug", brand.name()));
        assertEquals(2, answer.at("/extensions/cost/statements").asInt());
    }
}
