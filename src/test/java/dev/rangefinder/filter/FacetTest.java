package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                json(
                        "[{hasMore: true, values: [{value: 'ANNOUNCED'}, {value: null}]}, {hasMore: true, values: [{value: '2024'}]}]"),
                data(
                                "query ($brand: String!) { brand(slug: $brand) { devices { facets(by: [STATUS, RELEASED_ON, STATUS], first: 1) { hasMore values { value } } } } }",
                                Map.of("brand", brand.name()))
                        .at("/brand/devices/facets"));
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
