package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows that match a filter. Dates are covered by {@link DateFilterTest}. */
@QuarkusTest
class FilterTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("owner").save();

    /** The names of the devices of the brand that match a filter. */
    private String devices(String filter) {
        return String.join(
                " ",
                data(
                                "query ($slug: String!) { brand(slug: $slug) { devices(orderBy: {field: SLUG}, filter: %s) { nodes { name } } } }"
                                        .formatted(filter),
                                Map.of("slug", brand.name()))
                        .findValuesAsText("name"));
    }

    private static String errorCodeOf(String filter) {
        return errorCode("{ devices(filter: %s) { nodes { name } } }".formatted(filter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eq: \"Mate\"            | Mate",
                "eq: \"mate\"            | ``",
                "eqInsensitive: \"mATE\" | Mate",
                "eqInsensitive: \"p40\"  | P40",
                "eqInsensitive: \"p%\"   | ``",
                "eqInsensitive: \"\"     | ``",
                "in: [\"Mate\", \"P50\"] | Mate P50",
                "in: []                  | ``",
                "startsWith: \"P\"       | P40 P50",
                "startsWith: \"\"        | Mate P40 P50 xp40",
                "startsWith: \"p\"       | ``",
                "contains: \"p40\"       | P40 xp40",
                "contains: \"ATE\"       | Mate",
                "isNull: true            | ``",
                "isNull: false           | Mate P40 P50 xp40",
                "startsWith: \"P\", contains: \"P40\" | P40"
            })
    void textIsFilteredByItsOperators(String operators, String passing) {
        List.of("Mate", "P40", "P50", "xp40").forEach(this::add);
        assertEquals(passing, devices("{name: {" + operators + "}}"));
    }

    private StoredRow add(String name) {
        return data.device(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "0"), brand)
                .with("name", name)
                .save();
    }

    @Test
    void missingTextIsFilteredByIsNull() {
        data.device("a", brand).with("chipset", "Kirin 9000").save();
        data.device("b", brand).save();
        assertEquals("b", devices("{chipset: {isNull: true}}"));
        assertEquals("a", devices("{chipset: {isNull: false}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "100%        | 1 100%x",
                "0%x         | 1 100%x",
                "a_b         | 2 a_b",
                "3 a\\       | 3 a\\b",
                "a\\b        | 3 a\\b",
                "%%%         | ``",
                "___         | ``",
                "\\\\\\      | ``"
            })
    void containsMatchesWildcardCharactersLiterally(String text, String passing) {
        List.of("1 100%x", "2 a_b", "2 axb", "3 a\\b").forEach(this::add);
        assertEquals(passing, devices("{name: {contains: \"" + text.replace("\\", "\\\\") + "\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 100%X", "2 A_B", "3 A\\B", "mi", "\u5f95\u5361"})
    void equalityWithoutRegardToCaseMatchesWildcardCharactersLiterally(String text) {
        List<String> names = List.of("1 100%x", "2 a_b", "2 axb", "3 a\\b", "MI", "\u5f95\u5361");
        data.inOneTransaction(() -> IntStream.range(0, names.size())
                .forEach(i ->
                        data.device("d" + i, brand).with("name", names.get(i)).save()));
        String operators = "{eqInsensitive: \"" + text.replace("\\", "\\\\") + "\"}";
        assertEquals(
                text.toLowerCase(Locale.ROOT),
                devices("{name: " + operators + "}").toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "\uD83D\uDCF7\uD83D\uDCF7"})
    void containsWithLessThanThreeCharactersIsRejected(String text) {
        assertEquals("BAD_USER_INPUT", errorCodeOf("{name: {contains: \"" + text + "\"}}"));
    }

    @Test
    void textMayHaveAnyCharacterExceptNul() {
        data.device("a", brand)
                .with("name", "\uD83D\uDCF7 l'appareil \"\u00e9\" -- ; ?")
                .save();
        assertEquals(
                "\uD83D\uDCF7 l'appareil \"\u00e9\" -- ; ?",
                devices("{name: {eq: \"\uD83D\uDCF7 l'appareil \\\"\u00e9\\\" -- ; ?\"}}"));
        assertEquals("BAD_USER_INPUT", errorCodeOf("{name: {eq: \"\\u0000\"}}"));
    }

    @Test
    void slugIsFilteredByItsOperators() {
        StoredRow a = data.device("a", brand).save();
        data.device("ab", brand).save();
        data.device("b", brand).save();
        assertEquals("a", devices("{slug: {eq: \"%s\"}}".formatted(a.name())));
        assertEquals("a", devices("{slug: {in: [\"%s\", \"nothing\"]}}".formatted(a.name())));
        assertEquals("a ab", devices("{slug: {startsWith: \"a\"}}"));
        assertEquals("", devices("{slug: {in: []}}"));
    }

    @Test
    void enumIsFilteredByItsOperators() {
        data.device("model", brand).save();
        data.device("series", brand).with("kind", "SERIES").save();
        assertEquals("series", devices("{kind: {eq: SERIES}}"));
        assertEquals("model series", devices("{kind: {in: [SERIES, MODEL]}}"));
        assertEquals("", devices("{kind: {in: []}}"));
        assertEquals("model series", devices("{kind: {}}"));
    }

    @Test
    void referenceIsFilteredByTheSlugOfItsTarget() {
        StoredRow series = data.device("s", brand).with("kind", "SERIES").save();
        data.device("a", brand).with("series_id", series).save();
        data.device("b", brand).save();
        assertEquals("a", devices("{series: {eq: \"%s\"}}".formatted(series.name())));
        assertEquals("a", devices("{series: {in: [\"%s\", \"nothing\"]}}".formatted(series.name())));
        assertEquals("", devices("{series: {in: []}}"));
        assertEquals("", devices("{series: {eq: \"nothing\"}}"));
        assertEquals("b s", devices("{series: {isNull: true}}"));
        assertEquals("a", devices("{series: {isNull: false}}"));
        assertEquals("a b s", devices("{brand: {eq: \"%s\"}}".formatted(brand.name())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                             | a b c",
                "{name: {eq: \"a\"}, kind: {eq: SERIES}}                        | ``",
                "{and: [{name: {startsWith: \"a\"}}, {kind: {eq: MODEL}}]}      | a",
                "{and: []}                                                      | a b c",
                "{and: [{}]}                                                    | a b c",
                "{or: [{name: {eq: \"a\"}}, {name: {eq: \"b\"}}]}               | a b",
                "{or: []}                                                       | ``",
                "{or: [{}]}                                                     | a b c",
                "{or: [{name: {eq: \"a\"}}], kind: {eq: SERIES}}                | ``",
                "{or: [{name: {eq: \"a\"}}, {name: {eq: \"b\"}}], not: {name: {eq: \"b\"}}} | a",
                "{not: {name: {eq: \"a\"}}}                                     | b c",
                "{not: {chipset: {eq: \"X\"}}}                                  | b c",
                "{not: {not: {chipset: {eq: \"X\"}}}}                           | a",
                "{not: {chipset: {contains: \"XYZ\"}}}                          | a b c",
                "{not: {releasedOn: {gte: \"2022\"}}}                           | b c",
                "{not: {releasedOn: {lte: \"2022\", matching: POSSIBLY}}}       | b c",
                "{not: {series: {eq: \"nothing\"}}}                             | a b c",
                "{not: {}}                                                      | ``",
                "{not: {or: []}}                                                | a b c",
                "{not: {or: [{name: {eq: \"a\"}}, {kind: {eq: SERIES}}]}}       | b"
            })
    void filtersAreCombined(String filter, String passing) {
        data.device("a", brand).with("chipset", "X").with("released_on", "2022").save();
        data.device("b", brand).with("chipset", "Y").save();
        data.device("c", brand).with("kind", "SERIES").save();
        assertEquals(passing, devices(filter));
    }

    @Test
    void filterMatchesRelatedRows() {
        StoredRow market = data.country().save();
        StoredRow launched = data.device("a", brand).save();
        StoredRow announced = data.device("b", brand).save();
        data.device("c", brand).save();
        data.launch(launched, market).with("launched_on", "2022-05").save();
        data.launch(announced, market).with("status", "ANNOUNCED").save();
        String here = "market: {eq: \"%s\"}".formatted(market.name());
        assertEquals("a", devices("{launches: {some: {%s, launchedOn: {gte: \"2022\"}}}}".formatted(here)));
        assertEquals("a b", devices("{launches: {some: {%s}}}".formatted(here)));
        assertEquals("a b", devices("{launches: {some: {}}}"));
        assertEquals("c", devices("{launches: {none: {}}}"));
        assertEquals("b c", devices("{launches: {none: {status: {eq: LAUNCHED}}}}"));
        assertEquals("b", devices("{launches: {some: {%s}, none: {status: {eq: LAUNCHED}}}}".formatted(here)));
        assertEquals("b", devices("{launches: {some: {not: {launchedOn: {isNull: false}}}}}"));
        assertEquals("a b c", devices("{launches: {}}"));
    }

    @Test
    void everyRelationCanBeFiltered() {
        StoredRow partnership = data.partnership("p").save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        StoredRow device = data.device("d", brand).save();
        data.collaboration(partnership, device).save();
        StoredRow market = data.country().save();
        data.launch(device, market).save();
        Map<String, String> names =
                Map.of("b", brand.name(), "p", partnership.name(), "d", device.name(), "m", market.name());
        assertEquals(
                List.of(brand.name(), brand.name(), partnership.name(), partnership.name(), device.name()),
                data("""
                        query ($b: String!, $p: String!, $d: String!, $m: String!) {
                          a: brands(filter: {partnerships: {some: {slug: {eq: $p}}}}) { nodes { slug } }
                          b: brands(filter: {devices: {some: {slug: {eq: $d}}}}) { nodes { slug } }
                          c: partnerships(filter: {members: {some: {brand: {eq: $b}, role: {eq: HANDSET_MAKER}}}}) {
                            nodes { slug }
                          }
                          d: partnerships(filter: {devices: {some: {slug: {eq: $d}}}}) { nodes { slug } }
                          e: devices(filter: {launches: {some: {market: {eq: $m}}}}) { nodes { slug } }
                        }""", names).findValuesAsText("slug"));
        assertEquals(
                List.of(market.name()),
                data(
                                "query ($d: String!) { markets(filter: {launches: {some: {device: {eq: $d}}}}) { nodes { code } } }",
                                Map.of("d", device.name()))
                        .findValuesAsText("code"));
    }

    /** The brands with these names that match a filter: the test has three of them. */
    private String partners(List<StoredRow> brands, String filter) {
        String slugs = brands.stream().map(one -> '"' + one.name() + '"').collect(Collectors.joining(", "));
        String document = "{ brands(filter: {slug: {in: [%s]}, and: [%s]}) { nodes { name } totalCount } }"
                .formatted(slugs, filter);
        JsonNode found = data(document, Map.of()).get("brands");
        assertEquals(found.get("nodes").size(), found.get("totalCount").asInt());
        return String.join(" ", found.findValuesAsText("name"));
    }

    @Test
    void filterTraversesThreeRelations() {
        StoredRow here = data.country().save();
        StoredRow there = data.country().save();
        List<StoredRow> brands =
                Stream.of("a", "b", "c").map(name -> data.brand(name).save()).toList();
        for (StoredRow one : brands.subList(0, 2)) {
            StoredRow partnership = data.partnership("of-" + one.name()).save();
            data.member(partnership, one, "IMAGING_PARTNER").save();
            StoredRow device = data.device("by-" + one.name(), brand).save();
            data.collaboration(partnership, device).save();
            data.launch(device, there).save();
            if (one == brands.get(0)) {
                StoredRow launch = data.launch(device, here).save();
                data.price(launch, device, "999", "EUR").save();
            }
        }
        String inMarket = "{market: {eq: \"%s\"}}".formatted(here.name());
        String through = "{partnerships: {%s: {devices: {%s: {launches: {%s: %s}}}}}}";
        assertEquals("a", partners(brands, through.formatted("some", "some", "some", inMarket)));
        assertEquals("b", partners(brands, through.formatted("some", "some", "none", inMarket)));
        assertEquals("b", partners(brands, through.formatted("some", "none", "some", inMarket)));
        assertEquals("b c", partners(brands, through.formatted("none", "some", "some", inMarket)));
        assertEquals("a c", partners(brands, through.formatted("none", "none", "some", inMarket)));
        assertEquals("a b", partners(brands, through.formatted("some", "some", "some", "{}")));
        assertEquals(
                "b",
                partners(
                        brands,
                        through.formatted("some", "some", "some", "{}") + ", {not: "
                                + through.formatted("some", "some", "some", inMarket) + "}"));
        assertEquals(
                "a b",
                partners(
                        brands,
                        "{or: [" + through.formatted("some", "some", "some", inMarket) + ", "
                                + through.formatted("some", "some", "none", inMarket) + "]}"));
        assertEquals(
                "a",
                partners(
                        brands,
                        through.formatted(
                                "some",
                                "some",
                                "some",
                                "{and: [" + inMarket + ", {price: {currency: \"EUR\", gte: 999}}]}")));
        assertEquals(
                "",
                partners(brands, through.formatted("some", "some", "some", "{price: {currency: \"EUR\", gt: 999}}")));
    }

    @Test
    void filterReturnsToTheTableThatItComesFrom() {
        StoredRow partnership = data.partnership("p").save();
        StoredRow first = data.device("a", brand).save();
        StoredRow second = data.device("b", brand).save();
        data.device("c", brand).save();
        data.collaboration(partnership, first).save();
        data.collaboration(partnership, second).save();
        String devices = "devices: {some: {slug: {eq: \"%s\"}}}".formatted(first.name());
        assertEquals("a b", devices("{partnerships: {some: {" + devices + "}}}"));
        assertEquals("c", devices("{partnerships: {none: {" + devices + "}}}"));
        assertEquals(
                "a b",
                devices("{partnerships: {some: {devices: {some: {partnerships: {some: {slug: {eq: \"%s\"}}}}}}}}"
                        .formatted(partnership.name())));
        assertEquals(
                "b",
                devices("{partnerships: {some: {devices: {some: {slug: {eq: \"%s\"}}}}}, not: {slug: {eq: \"%1$s\"}}}"
                        .formatted(first.name())));
    }

    @Test
    void relationsThroughJoinTablesAreFiltered() {
        StoredRow partnership = data.partnership("p").save();
        data.figure(data.country().save(), "2022").about(brand).save();
        StoredRow event = data.event("e").about(brand).about(partnership).save();
        String named = "{some: {slug: {eq: \"%s\"}}}";
        String ofBrand = named.formatted(brand.name());
        String ofPartnership = named.formatted(partnership.name());
        JsonNode found = data(
                """
                {
                  figures(filter: {brands: %s}) { nodes { period } }
                  ofBrand: events(filter: {brands: %1$s}) { nodes { slug } }
                  ofPartnership: events(filter: {partnerships: %s}) { nodes { slug } }
                  ofBoth: events(filter: {brands: {some: {}}, partnerships: %4$s, slug: {eq: "%s"}}) { totalCount }
                }""".formatted(ofBrand, ofPartnership, event.name(), ofPartnership.replace("some", "none")), Map.of());
        assertEquals(List.of("2022"), found.findValuesAsText("period"));
        assertEquals(List.of(event.name(), event.name()), found.findValuesAsText("slug"));
        assertEquals(0, found.at("/ofBoth/totalCount").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brands(filter: {partnerships: {some: {devices: {some: {launches: {some: {claims: {some: {}}}}}}}}})",
                "brands(filter: {partnerships: {none: {devices: {none: {launches: {none: {not: {claims: {none: {}}}}}}}}}})",
                "devices(filter: {partnerships: {some: {devices: {some: {partnerships: {some: {devices: {}}}}}}}})"
            })
    void filterThroughAFourthRelationIsRejected(String connection) {
        JsonNode error =
                answer("{ " + connection + " { nodes { id } } }", Map.of()).at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        assertEquals(
                "A filter can traverse at most 3 relations.",
                error.get("message").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: null}",
                "{name: {eq: null}}",
                "{name: {in: null}}",
                "{kind: {eq: null}}",
                "{releasedOn: {gte: null}}",
                "{releasedOn: {matching: null}}",
                "{series: {eq: null}}",
                "{launches: {some: null}}",
                "{launches: {some: {market: null}}}",
                "{and: null}",
                "{or: null}",
                "{not: null}",
                "{and: [{not: null}]}"
            })
    void nullInsideAFilterIsRejected(String filter) {
        assertEquals("BAD_USER_INPUT", errorCodeOf(filter));
    }

    @Test
    void nullInsideAFilterVariableIsRejected() {
        Map<String, ?> variables = Map.of("filter", Collections.singletonMap("name", null));
        assertEquals(
                "BAD_USER_INPUT",
                errorCode("query ($filter: DeviceFilter) { devices(filter: $filter) { nodes { name } } }", variables));
    }

    @Test
    void nullFilterAndEmptyFilterMatchAllRows() {
        data.device("a", brand).save();
        assertEquals("a", devices("null"));
        assertEquals("a", devices("{name: {}, releasedOn: {}, series: {}, launches: {}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2022-13\"",
                "\"2022-02-30\"",
                "\"2023-02-29\"",
                "\"22\"",
                "\"2022-5-1\"",
                "\"02022\"",
                "\"\"",
                "\"soon\"",
                "2022"
            })
    void invalidDateIsRejected(String date) {
        assertEquals("GRAPHQL_VALIDATION_FAILED", errorCodeOf("{releasedOn: {gte: " + date + "}}"));
    }

    @Test
    void invalidDateInAVariableIsRejected() {
        assertEquals(
                "BAD_USER_INPUT",
                errorCode(
                        "query ($date: PartialDate) { devices(filter: {releasedOn: {gte: $date}}) { nodes { name } } }",
                        Map.of("date", "2022-02-30")));
    }
}
