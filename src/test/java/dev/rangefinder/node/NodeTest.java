package dev.rangefinder.node;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refetching of objects by id: Relay Global Object Identification Specification. */
@QuarkusTest
class NodeTest {

    private static final String NODE = "query ($id: ID!) { node(id: $id) { id } }";
    private static final String NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";

    private final CatalogueData data = new CatalogueData();

    /** One object of every type. */
    private JsonNode everything() {
        StoredRow market = data.region().save();
        StoredRow brand = data.brand("b").with("home_market_id", market).save();
        StoredRow partnership = data.partnership("p").save();
        StoredRow device = data.device("d", brand).save();
        StoredRow citation = data.citation("C").save();
        StoredRow launch = data.launch(device, market).save();
        data.price(launch, device, "999", "EUR").save();
        data.figure(market, "2021").save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        data.territory(partnership, market, true).save();
        data.term(partnership, "PEOPLE").with("number", 25).save();
        data.contribution(partnership, "LENS").save();
        data.collaboration(partnership, device).save();
        data.variant(device, "V").save();
        data.alias(brand, "alias").save();
        data.ownership(brand, data.brand("owner").save()).save();
        StoredRow event = data.event("e").save();
        StoredRow speaker = data.speaker("s").save();
        return data(
                """
                query ($brand: String!, $partnership: String!, $device: String!, $market: String!, $citation: String!,
                    $event: String!, $speaker: String!) {
                  brand(slug: $brand) {
                    __typename id aliases { __typename id } ownerships { __typename id }
                    claims(first: 1) { nodes { __typename id } }
                  }
                  partnership(slug: $partnership) {
                    __typename id members { __typename id } territories { __typename id } terms { __typename id }
                    contributions { __typename id }
                  }
                  device(slug: $device) {
                    __typename id collaborations { __typename id } variants { __typename id }
                    launches { nodes { __typename id prices { __typename id } } }
                  }
                  market(code: $market) { __typename id }
                  citation(key: $citation) { __typename id }
                  figures(filter: {market: {eq: $market}}) { nodes { __typename id } }
                  event(slug: $event) { __typename id }
                  speaker(slug: $speaker) { __typename id }
                }""",
                Map.of(
                        "brand", brand.name(),
                        "partnership", partnership.name(),
                        "device", device.name(),
                        "market", market.name(),
                        "citation", citation.name(),
                        "event", event.name(),
                        "speaker", speaker.name()));
    }

    @Test
    void nodeOfEveryTypeIsFoundByItsId() {
        Set<String> types = new TreeSet<>();
        for (JsonNode object : everything().findParents("id")) {
            JsonNode again = data(
                            "query ($id: ID!) { node(id: $id) { __typename id } }",
                            Map.of("id", object.get("id").asText()))
                    .get("node");
            assertEquals(object.get("id"), again.get("id"));
            assertEquals(object.get("__typename"), again.get("__typename"));
            types.add(again.get("__typename").asText());
        }
        assertEquals(nodeTypes(), types);
    }

    private static Set<String> nodeTypes() {
        return new TreeSet<>(
                data("{ __type(name: \"Node\") { possibleTypes { name } } }").findValuesAsText("name"));
    }

    @Test
    void idsAreUnique() {
        List<String> ids = everything().findValuesAsText("id");
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void idIsStableWhenTheObjectChanges() {
        StoredRow brand = data.brand("b").save();
        String id = idOf(brand);
        data.rename(brand, "Another name");
        assertEquals(
                json("{node: {name: 'Another name'}}"),
                data("query ($id: ID!) { node(id: $id) { ... on Brand { name } } }", Map.of("id", id)));
    }

    @Test
    void nodesAreReturnedInTheOrderOfTheirIds() {
        List<String> ids = everything().findValuesAsText("id");
        Collections.reverse(ids);
        List<String> repeated =
                Stream.concat(ids.stream(), Stream.of(ids.get(0), ids.get(0))).toList();
        assertEquals(repeated, data(NODES, Map.of("ids", repeated)).findValuesAsText("id"));
    }

    @Test
    void deletedNodeIsNull() {
        StoredRow gone = data.brand("gone").save();
        String id = idOf(gone);
        data.delete(gone);
        assertEquals(json("{node: null}"), data(NODE, Map.of("id", id)));
    }

    @Test
    void deletedNodeIsNullAmongOthers() {
        StoredRow gone = data.brand("gone").save();
        String lost = idOf(gone);
        String kept = idOf(data.brand("kept").save());
        data.delete(gone);
        assertEquals(
                json("{nodes: [null, {id: '%s'}, null]}".formatted(kept)),
                data(NODES, Map.of("ids", List.of(lost, kept, lost))));
    }

    @Test
    void emptyListOfIdsReturnsNoNodes() {
        assertEquals(json("{nodes: []}"), data(NODES, Map.of("ids", List.of())));
    }

    @Test
    void nodesOfSeveralTypesReturnTheirOwnFields() {
        StoredRow brand = data.brand("b").save();
        StoredRow device = data.device("d", brand).save();
        List<String> ids = data(
                        "query ($b: String!, $d: String!) { brand(slug: $b) { id } device(slug: $d) { id } }",
                        Map.of("b", brand.name(), "d", device.name()))
                .findValuesAsText("id");
        assertEquals(
                json("{nodes: [{devices: {nodes: [{slug: '%1$s'}]}}, {slug: '%1$s', brand: {slug: '%2$s'}}]}"
                        .formatted(device.name(), brand.name())),
                data("""
                        query ($ids: [ID!]!) {
                          nodes(ids: $ids) {
                            ... on Brand { devices { nodes { slug } } }
                            ... on Device { slug brand { slug } }
                          }
                        }""", Map.of("ids", ids)));
    }

    private static Stream<String> malformedIds() {
        return Stream.of(
                "",
                "!",
                "leica",
                "\u00e9\u00e9\u00e9\u00e9",
                "Brand:1",
                encoded("Brand"),
                encoded("Brand:"),
                encoded("Brand:x"),
                encoded("Brand:01"),
                encoded("Brand:+1"),
                encoded("Brand:1 "),
                encoded("Brand:99999999999999999999"),
                encoded(":1"),
                encoded("brand:1"),
                encoded("Galaxy:1"),
                encoded("Query:1"),
                Base64.getEncoder().encodeToString("Brand:12345".getBytes(StandardCharsets.UTF_8)) + "=");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("malformedIds")
    void malformedIdIsRejected(String id) {
        String known = idOf(data.brand("b").save());
        assertEquals("INVALID_ID", errorCode(NODE, Map.of("id", id)));
        assertEquals("INVALID_ID", errorCode(NODES, Map.of("ids", List.of(known, id))));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1000})
    void tooManyIdsAreRejected(int number) {
        String id = idOf(data.brand("b").save());
        assertEquals("INVALID_PAGE_SIZE", errorCode(NODES, Map.of("ids", Collections.nCopies(number, id))));
    }

    @Test
    void hundredIdsAreAccepted() {
        String id = idOf(data.brand("b").save());
        assertEquals(
                100,
                data(NODES, Map.of("ids", Collections.nCopies(100, id)))
                        .findValues("id")
                        .size());
    }

    @Test
    void errorHasPathAndLocation() {
        JsonNode error = answer("{ again: node(id: \"x\") { id } }", Map.of()).at("/errors/0");
        assertEquals(json("['again']"), error.get("path"));
        assertEquals(json("[{line: 1, column: 3}]"), error.get("locations"));
        assertTrue(error.get("message").asText().contains("ID"));
    }

    private static String idOf(StoredRow brand) {
        return data("query ($slug: String!) { brand(slug: $slug) { id } }", Map.of("slug", brand.name()))
                .at("/brand/id")
                .asText();
    }
}
