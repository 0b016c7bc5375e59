package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facets of connections. */
@QuarkusTest
class FacetTest {

    private static final String VALUES = "values { value count { value precision } filter }";

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("maker").save();
    private int devices;

    private StoredRow device(String status, String releasedOn) {
        return data.device("phone" + devices++, brand)
                .with("status", status)
                .with("released_on", releasedOn)
                .save();
    }

    private static String value(String value, int count, String filter) {
        return "{value: %s, count: {value: %d, precision: 'EXACT'}, filter: %s}"
                .formatted(value == null ? "null" : "'" + value + "'", count, filter);
    }

    /** The values of one facet of the devices of the brand. */
    private JsonNode values(String facet, String arguments) {
        String document =
                "query ($brand: String!) { brand(slug: $brand) { devices(%s) { facets(by: [%s] %s) { %s } } } }"
                        .formatted("first: 1 " + arguments, facet, "excludingOwn: true", VALUES);
        return data(document, Map.of("brand", brand.name())).at("/brand/devices/facets/0/values");
    }

    @Test
    void mostFrequentValueIsFirstAndTheMissingOneLast() {
        device("RELEASED", "2022");
        device(null, "2022");
        device(null, "2022");
        device("ANNOUNCED", "2022");
        device("RELEASED", "2022");
        assertEquals(
                json("[" + value("RELEASED", 2, "{status: {eq: 'RELEASED'}}") + ", "
                        + value("ANNOUNCED", 1, "{status: {eq: 'ANNOUNCED'}}") + ", "
                        + value(null, 2, "{status: {isNull: true}}") + "]"),
                values("STATUS", ""));
    }

    @Test
    void datesAreCountedByYearWhateverTheirPrecision() {
        device(null, "2022");
        device(null, "2022-05");
        device(null, "2022-12-31");
        device(null, "2023-01-01");
        device(null, null);
        assertEquals(
                json("[" + value("2023", 1, "{releasedOn: {gte: '2023', lte: '2023'}}") + ", "
                        + value("2022", 3, "{releasedOn: {gte: '2022', lte: '2022'}}") + ", "
                        + value(null, 1, "{releasedOn: {isNull: true}}") + "]"),
                values("RELEASED_ON", ""));
    }

    @Test
    void deviceIsCountedOnceForEachMarketThatItIsLaunchedIn() {
        StoredRow one = data.country().save();
        StoredRow other = data.country().save();
        StoredRow everywhere = device(null, null);
        device(null, null);
        data.launch(everywhere, one).save();
        data.launch(everywhere, one).with("seller", "a carrier").save();
        data.launch(everywhere, other).save();
        data.launch(device(null, null), one).save();
        assertEquals(
                json("[" + value(one.name(), 2, "{launches: {some: {market: {eq: '%s'}}}}".formatted(one.name())) + ", "
                        + value(other.name(), 1, "{launches: {some: {market: {eq: '%s'}}}}".formatted(other.name()))
                        + ", " + value(null, 1, "{launches: {none: {market: {isNull: false}}}}") + "]"),
                values("LAUNCHES_MARKET", ""));
    }

    @Test
    void pricesAreCountedByCurrency() {
        StoredRow device = device(null, null);
        data.price(data.launch(device, data.country().save()).save(), device, "999", "EUR")
                .save();
        data.price(data.launch(device, data.country().save()).save(), device, "899", "EUR")
                .save();
        data.price(data.launch(device, data.country().save()).save(), device, "74999", "INR")
                .save();
        data.launch(device, data.country().save()).save();
        String document =
                "query ($device: String!) { device(slug: $device) { launches { facets(by: [PRICE]) { %s } } } }";
        assertEquals(
                json("[" + value("EUR", 2, "{price: {currency: 'EUR'}}") + ", "
                        + value("INR", 1, "{price: {currency: 'INR'}}") + ", "
                        + value(null, 1, "{price: {isNull: true}}") + "]"),
                data(document.formatted(VALUES), Map.of("device", device.name()))
                        .at("/device/launches/facets/0/values"));
    }

    @Test
    void facetHasTheEarliestAndTheLatestDateWhateverTheNumberOfYears() {
        device(null, "2022");
        device(null, "2021-12-31");
        device(null, "2023-05");
        device(null, null);
        assertEquals(
                json(
                        "[{earliest: '2021-12-31', latest: '2023-05'}, {earliest: null, latest: null}, {earliest: null, latest: null}]"),
                data(
                                "query ($brand: String!) { brand(slug: $brand) { devices { facets(by: [RELEASED_ON, KIND, ANNOUNCED_ON], first: 1) { earliest latest } } } }",
                                Map.of("brand", brand.name()))
                        .at("/brand/devices/facets"));
    }

    @Test
    void amountsAreComparedInTheirCurrency() {
        StoredRow device = device(null, null);
        data.price(data.launch(device, data.country().save()).save(), device, "999", "EUR")
                .save();
        data.price(data.launch(device, data.country().save()).save(), device, "1099.50", "EUR")
                .save();
        data.price(data.launch(device, data.country().save()).save(), device, "74999", "INR")
                .save();
        data.launch(device, data.country().save()).save();
        String amounts = "values { value lowestAmount highestAmount }";
        JsonNode expected = json("""
                [{value: 'EUR', lowestAmount: '999', highestAmount: '1099.50'},
                 {value: 'INR', lowestAmount: '74999', highestAmount: '74999'},
                 {value: null, lowestAmount: null, highestAmount: null}]""");
        JsonNode answer = data("""
                query ($device: String!) {
                  device(slug: $device) { launches { facets(by: [PRICE]) { %1$s } } }
                  devices(filter: {slug: {eq: $device}}) { facets(by: [LAUNCHES_PRICE]) { %1$s } }
                }""".formatted(amounts), Map.of("device", device.name()));
        assertEquals(expected, answer.at("/device/launches/facets/0/values"));
        assertEquals(
                json(
                        "[{value: 'EUR', lowestAmount: '999', highestAmount: '1099.50'}, {value: 'INR', lowestAmount: '74999', highestAmount: '74999'}]"),
                answer.at("/devices/facets/0/values"));
    }

    @Test
    void referenceHasTheObjectThatItRefersTo() {
        StoredRow partnership = data.partnership("together").save();
        data.collaboration(partnership, device(null, null)).save();
        assertEquals(json("""
                        {brand: {devices: {facets: [
                          {by: 'BRAND', values: [{value: '%1$s', node: {__typename: 'Brand', slug: '%1$s'}}]},
                          {by: 'PARTNERSHIPS', values: [{value: '%2$s', node: {__typename: 'Partnership', name: 'together'}}]},
                          {by: 'KIND', values: [{value: 'MODEL', node: null}]}]}}}""".formatted(brand.name(), partnership.name())), data("""
                        query ($brand: String!) {
                          brand(slug: $brand) {
                            devices {
                              facets(by: [BRAND, PARTNERSHIPS, KIND]) {
                                by
                                values { value node { __typename ... on Brand { slug } ... on Partnership { name } } }
                              }
                            }
                          }
                        }""", Map.of("brand", brand.name())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{status: {eq: RELEASED}} | 2",
                "{and: [{status: {eq: RELEASED}}, {releasedOn: {gte: \"2022\"}}]} | 2",
                "{and: [{status: {eq: RELEASED}}, {releasedOn: {gte: \"2023\"}}]} | 1",
                "{and: [{or: [{status: {eq: RELEASED}}, {status: {isNull: true}}]}]} | 2",
                "{or: [{status: {eq: RELEASED}}, {kind: {eq: SERIES}}]} | 1",
                "{or: []} | 0",
                "{not: {status: {eq: RELEASED}}} | 1"
            })
    void conditionsOfAFacetItselfAreExcludedUnlessTheyAreNegatedOrAlternativesToOthers(String filter, int values) {
        device("RELEASED", "2022");
        device("ANNOUNCED", filter.contains("2023") ? "2022" : "2023");
        device("RELEASED", "2024");
        assertEquals(values, values("STATUS", "filter: " + filter).size());
    }

    @Test
    void valuesBeyondTheMaximumAreReported() {
        device("RELEASED", "2022");
        device("ANNOUNCED", "2023");
        device(null, "2024");
        assertEquals(
                json("""
                        [{pageInfo: {hasNextPage: true}, values: [{value: 'ANNOUNCED'}, {value: null}]},
                         {pageInfo: {hasNextPage: true}, values: [{value: '2024'}]}]"""),
                data(
                                "query ($brand: String!) { brand(slug: $brand) { devices { facets(by: [STATUS, RELEASED_ON, STATUS], first: 1) { pageInfo { hasNextPage } values { value } } } } }",
                                Map.of("brand", brand.name()))
                        .at("/brand/devices/facets"));
    }

    /** A page of the values of one facet of the devices of the brand. */
    private JsonNode page(String facet, int first, String after) {
        String document = """
                query ($brand: String!, $facet: DeviceFacet!, $first: Int!, $after: String) {
                  brand(slug: $brand) {
                    devices {
                      facets(by: [$facet], first: $first, after: $after) {
                        earliest latest values { value } pageInfo { hasPreviousPage hasNextPage endCursor }
                      }
                    }
                  }
                }""";
        Map<String, Object> variables = new HashMap<>(Map.of("brand", brand.name(), "facet", facet, "first", first));
        variables.put("after", after);
        return data(document, variables).at("/brand/devices/facets/0");
    }

    private static String endOf(JsonNode facet) {
        return facet.at("/pageInfo/endCursor").textValue();
    }

    private static JsonNode withoutCursor(JsonNode facet) {
        ((ObjectNode) facet.get("pageInfo")).remove("endCursor");
        return facet;
    }

    @Test
    void valuesGoOnAfterACursor() {
        Stream.of("2021", "2022-05", "2023", null).forEach(date -> device(null, date));
        JsonNode first = page("RELEASED_ON", 2, null);
        JsonNode second = page("RELEASED_ON", 2, endOf(first));
        JsonNode third = page("RELEASED_ON", 2, endOf(second));
        String page =
                "{earliest: '2021', latest: '2023', values: [%s], pageInfo: {hasPreviousPage: %s, hasNextPage: %s}}";
        assertEquals(
                json(page.formatted("{value: '2023'}, {value: '2022'}, {value: null}", "false", "true")),
                withoutCursor(first));
        assertEquals(json(page.formatted("{value: '2021'}", "true", "false")), withoutCursor(second));
        assertEquals(json(page.formatted("", "true", "false")), withoutCursor(third));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS", "RELEASED_ON", "CHIPSET", "LAUNCHES_MARKET", "LAUNCHES_PRICE", "PARTNERSHIPS"})
    void pagesOfOneValueAreTheSameValuesInTheSameOrder(String facet) {
        StoredRow market = data.country().save();
        List<String> statuses = List.of("RELEASED", "RELEASED", "ANNOUNCED", "EXPECTED");
        for (String status : statuses) {
            StoredRow device = data.device("phone" + devices, brand)
                    .with("status", status)
                    .with("released_on", 2020 + devices++ / 2 + "")
                    .with("chipset", "of " + status)
                    .save();
            data.launch(device, market).save();
            StoredRow launch = data.launch(device, data.country().save()).save();
            data.price(launch, device, "999", devices < 3 ? "EUR" : "USD").save();
            data.collaboration(data.partnership("p" + devices).save(), device).save();
        }
        List<String> all = page(facet, 100, null).get("values").findValuesAsText("value");
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = page(facet, 1, after);
            found.addAll(page.get("values").findValuesAsText("value"));
            after = page.at("/pageInfo/hasNextPage").asBoolean() ? endOf(page) : null;
        } while (after != null);
        assertTrue(all.size() > 1, all::toString);
        assertEquals(all, found);
    }

    /** The founding catalogue has the currencies of all countries. */
    @Test
    void allCurrenciesOfTheWorldAreFound() {
        String document =
                "query ($after: String) { markets { totalCount facets(by: [CURRENCY], first: 100, after: $after) { values { value count { value } } pageInfo { hasNextPage endCursor } } } }";
        JsonNode first = data(document);
        JsonNode rest = data(document, Map.of("after", endOf(first.at("/markets/facets/0"))));
        assertTrue(first.at("/markets/facets/0/pageInfo/hasNextPage").asBoolean());
        assertFalse(rest.at("/markets/facets/0/pageInfo/hasNextPage").asBoolean());
        List<JsonNode> values = new ArrayList<>();
        Stream.of(first, rest)
                .forEach(page -> page.at("/markets/facets/0/values").forEach(values::add));
        assertEquals(
                values.size(),
                values.stream().map(value -> value.get("value")).distinct().count());
        assertEquals(
                first.at("/markets/totalCount").asInt(),
                values.stream()
                        .mapToInt(value -> value.at("/count/value").asInt())
                        .sum());
    }

    @Test
    void cursorIsValidForOneFacetOfOneConnection() {
        device("RELEASED", "2022");
        StoredRow other = data.brand("other").save();
        data.device("of-other", other).with("status", "RELEASED").save();
        String end = endOf(page("STATUS", 1, null));
        String document =
                "query ($slugs: [String!]!, $after: String!) { brands(filter: {slug: {in: $slugs}}) { nodes { name devices { facets(by: [%s], after: $after) { values { value } } } } } }";
        Map<String, Object> both = Map.of("slugs", List.of(brand.name(), other.name()), "after", end);
        JsonNode answer = answer(document.formatted("STATUS"), both);
        assertEquals("INVALID_CURSOR", answer.at("/errors/0/extensions/code").asText());
        assertEquals(1, answer.get("errors").size(), answer::toString);
        assertEquals("INVALID_CURSOR", errorCode(document.formatted("KIND"), both));
        assertEquals("BAD_USER_INPUT", errorCode(document.formatted("STATUS, KIND"), both));
    }

    /** Whoever knows how the service makes cursors can make others. */
    @Test
    void cursorOfATextIsInvalidAmongKeys() {
        data.collaboration(data.partnership("p").save(), device(null, null)).save();
        byte[] cursor = Base64.getUrlDecoder().decode(endOf(page("PARTNERSHIPS", 1, null)));
        cursor[cursor.length - 1] = 'x';
        String document =
                "query ($brand: String!, $after: String!) { brand(slug: $brand) { devices { facets(by: [PARTNERSHIPS], after: $after) { by } } } }";
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
        assertEquals("INVALID_CURSOR", errorCode(document, Map.of("brand", brand.name(), "after", forged)));
    }

    @Test
    void facetsOfAllConnectionsOfALevelAreOneStatement() {
        data.launch(device("RELEASED", "2022"), data.country().save()).save();
        data.device("other", data.brand("other").with("name", brand.name()).save())
                .save();
        String facets =
                "facets(by: [STATUS, RELEASED_ON, BRAND, LAUNCHES_MARKET, LAUNCHES_STATUS], excludingOwn: true) { values { value } }";
        JsonNode answer = answer(
                "query ($name: String!) { brands(filter: {or: [{name: {eq: $name}}, {slug: {eq: $name}}]}) { nodes { devices(filter: {status: {eq: RELEASED}}) { a: "
                        + facets + " b: " + facets + " } } } }",
                Map.of("name", brand.name()));
        assertEquals(2, answer.at("/extensions/cost/statements").asInt(), answer::toString);
    }

    @Test
    void eachValueCostsOneUnit() {
        device("RELEASED", "2022");
        String document =
                "query ($brand: String!) { brand(slug: $brand) { devices { facets(by: [%s]) { values { value } } } } }";
        int one = answer(document.formatted("STATUS"), Map.of("brand", brand.name()))
                .at("/extensions/cost/actual")
                .asInt();
        int two = answer(document.formatted("STATUS, RELEASED_ON"), Map.of("brand", brand.name()))
                .at("/extensions/cost/actual")
                .asInt();
        assertEquals(one + 2, two); // another facet and its value
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices { facets(by: [SLUG]) { by } } | GRAPHQL_VALIDATION_FAILED",
                "devices { facets(by: [LAUNCHES_DEVICE]) { by } } | GRAPHQL_VALIDATION_FAILED",
                "devices { facets { by } } | GRAPHQL_VALIDATION_FAILED",
                "changes { facets(by: [SUBJECT]) { by } } | GRAPHQL_VALIDATION_FAILED",
                "devices { facets(by: [KIND], first: 0) { by } } | INVALID_PAGE_SIZE",
                "devices { facets(by: [KIND], first: 101) { by } } | INVALID_PAGE_SIZE",
                "launches(filter: {price: {gte: 1}}) { totalCount } | BAD_USER_INPUT"
            })
    void invalidRequestIsRejected(String field, String code) {
        assertEquals(code, errorCode("{ " + field + " }"));
    }

    @Test
    void noFacetsAreNone() {
        assertEquals(json("{devices: {facets: []}}"), data("{ devices { facets(by: []) { by } } }"));
    }
}
