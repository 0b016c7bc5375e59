package dev.rangefinder.market;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queries of markets and their relations. */
@QuarkusTest
class MarketTest {

    private final CatalogueData data = new CatalogueData();

    @Test
    void marketReturnsItsProperties() {
        StoredRow region = data.region().save();
        StoredRow market =
                data.country().with("name", "Atlantis").inside(region).save();
        assertEquals(
                json("""
                        {market: {code: '%s', name: 'Atlantis', kind: 'COUNTRY',
                            parents: {nodes: [{code: '%s', kind: 'REGION', parents: {nodes: []}}]}}}""".formatted(market.name(), region.name())),
                data(
                        "query ($code: String!) { market(code: $code) { code name kind parents { nodes { code kind parents { nodes { code } } } } } }",
                        Map.of("code", market.name())));
    }

    @Test
    void marketsListTheirChildren() {
        StoredRow region = data.region().save();
        StoredRow empty = data.region().save();
        String[] inside = Stream.generate(() -> data.country().inside(region).save())
                .limit(2)
                .map(StoredRow::name)
                .sorted()
                .toArray(String[]::new);
        assertEquals(
                json("""
                        {region: {children: {totalCount: 2, nodes: [{code: '%s'}, {code: '%s'}]}},
                            empty: {children: {totalCount: 0, nodes: []}}}""".formatted((Object[]) inside)),
                data("""
                        query ($region: String!, $empty: String!) {
                          region: market(code: $region) { children { totalCount nodes { code } } }
                          empty: market(code: $empty) { children { totalCount nodes { code } } }
                        }""", Map.of("region", region.name(), "empty", empty.name())));
        assertEquals(
                2,
                data(
                                "query ($codes: [String!]) { markets(filter: {code: {in: $codes}}) "
                                        + "{ nodes { children { nodes { code } } } } }",
                                Map.of(
                                        "codes",
                                        Stream.of(region.name(), empty.name()).toList()))
                        .findValuesAsText("code")
                        .size());
    }

    @Test
    void marketListsItsBrandsAndPartnerships() {
        StoredRow market = data.country().save();
        StoredRow brand = data.brand("local").with("home_market_id", market).save();
        StoredRow partnership = data.partnership("there").save();
        data.territory(partnership, market, false).save();
        assertEquals(
                json("{market: {brands: {nodes: [{slug: '%s'}]}, partnerships: {nodes: [{slug: '%s'}]}}}"
                        .formatted(brand.name(), partnership.name())),
                data("""
                        query ($code: String!) {
                          market(code: $code) { brands { nodes { slug } } partnerships { nodes { slug } } }
                        }""", Map.of("code", market.name())));
    }

    @Test
    void territoryClosestToTheMarketDecidesOnTheDay() {
        StoredRow world = data.region().save();
        StoredRow country = data.country().inside(world).save();
        StoredRow other = data.country().inside(world).save();
        StoredRow global = data.partnership("a").save();
        StoredRow local = data.partnership("b").save();
        data.territory(global, world, true).with("exclusive", true).save();
        data.territory(global, country, false).with("until", "2023").save();
        data.territory(local, country, true).with("since", "2021-05").save();
        assertEquals(
                json("""
                        {country: {
                            before: {totalCount: 1, edges: [{included: false, exclusive: null, territory: {market: {code: '%1$s'}}, node: {slug: '%3$s'}}]},
                            during: {totalCount: 2, edges: [{included: false, node: {slug: '%3$s'}}, {included: true, node: {slug: '%4$s'}}]},
                            sold: {totalCount: 1, nodes: [{slug: '%4$s'}]},
                            excluded: {edges: [{territory: {until: '2023'}}]},
                            later: {edges: [{included: true, exclusive: true, territory: {market: {code: '%2$s'}}}, {included: true, exclusive: null, territory: {market: {code: '%1$s'}}}]}},
                         other: {partnerships: {edges: [{included: true, territory: {market: {code: '%2$s'}}}]}},
                         world: {partnerships: {nodes: [{slug: '%3$s'}]}}}""".formatted(country.name(), world.name(), global.name(), local.name())),
                data("""
                        query ($country: String!, $other: String!, $world: String!) {
                          country: market(code: $country) {
                            before: partnerships(on: "2021-04-30") {
                              totalCount edges { included exclusive territory { market { code } } node { slug } }
                            }
                            during: partnerships(on: "2021-05") { totalCount edges { included node { slug } } }
                            sold: partnerships(on: "2023-12-31", included: true) { totalCount nodes { slug } }
                            excluded: partnerships(on: "2023", included: false) { edges { territory { until } } }
                            later: partnerships(on: "2024-01-01") { edges { included exclusive territory { market { code } } } }
                          }
                          other: market(code: $other) {
                            partnerships(on: "2022") { edges { included territory { market { code } } } }
                          }
                          world: market(code: $world) { partnerships { nodes { slug } } }
                        }""", Map.of("country", country.name(), "other", other.name(), "world", world.name())));
    }

    @Test
    void partnershipsOfSeveralMarketsArePaginatedFromTheirOwnCursors() {
        StoredRow world = data.region().save();
        StoredRow first = data.country().inside(world).save();
        StoredRow second = data.country().inside(world).save();
        StoredRow a = data.partnership("a").save();
        StoredRow b = data.partnership("b").save();
        data.territory(a, world, true).save();
        data.territory(b, world, true).save();
        data.territory(a, second, false).save();
        JsonNode page = data(
                        "query ($code: String!) { market(code: $code) { partnerships(first: 1) { pageInfo { endCursor hasNextPage } } } }",
                        Map.of("code", first.name()))
                .at("/market/partnerships/pageInfo");
        assertEquals(
                json(
                        "{market: {partnerships: {nodes: [{slug: '%s'}], pageInfo: {hasNextPage: false, hasPreviousPage: true}}}}"
                                .formatted(b.name())),
                data(
                        """
                        query ($code: String!, $after: String) {
                          market(code: $code) {
                            partnerships(after: $after) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } }
                          }
                        }""",
                        Map.of(
                                "code",
                                first.name(),
                                "after",
                                page.at("/endCursor").asText())));
        assertEquals(
                json(
                        "{first: {partnerships: {edges: [{included: true}, {included: true}]}}, second: {partnerships: {edges: [{included: false}, {included: true}]}}}"),
                data("""
                        query ($first: String!, $second: String!) {
                          first: market(code: $first) { partnerships { edges { included } } }
                          second: market(code: $second) { partnerships { edges { included } } }
                        }""", Map.of("first", first.name(), "second", second.name())));
    }

    @Test
    void marketIsTraversedToDevicesPartnershipsAndBrands() {
        StoredRow market = data.country().save();
        StoredRow brand = data.brand("maker").save();
        StoredRow partnership = data.partnership("both").save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        StoredRow device =
                data.device("phone", brand).resultingFrom(partnership).save();
        data.launch(device, market).save();
        assertEquals(
                json("""
                        {market: {launches: {nodes: [{device: {slug: '%1$s', partnerships: {nodes: [{slug: '%2$s',
                            members: [{brand: {slug: '%3$s'}}]}]}, brand: {slug: '%3$s'}}}]}}}""".formatted(device.name(), partnership.name(), brand.name())),
                data("""
                        query ($code: String!) {
                          market(code: $code) {
                            launches {
                              nodes { device { slug partnerships { nodes { slug members { brand { slug } } } } brand { slug } } }
                            }
                          }
                        }""", Map.of("code", market.name())));
    }

    @Test
    void marketListsItsFiguresAndClaims() {
        StoredRow market = data.region().save();
        data.figure(market, "2022-Q1").save();
        data.claim(data.citation("C").save(), market).with("property", "motive").save();
        assertEquals(
                json("{market: {figures: {nodes: [{period: '2022-Q1'}]}, claims: {nodes: [{property: 'motive'}]}}}"),
                data("""
                        query ($code: String!) {
                          market(code: $code) { figures { nodes { period } } claims(filter: {property: {eq: "motive"}}) { nodes { property } } }
                        }""", Map.of("code", market.name())));
    }

    @Test
    void marketsAreOrderedByCodeByDefault() {
        StoredRow region = data.region().save();
        String[] inside = Stream.generate(() -> data.country().inside(region).save())
                .limit(3)
                .map(StoredRow::name)
                .sorted()
                .toArray(String[]::new);
        assertEquals(
                json("{markets: {nodes: [{code: '%s'}, {code: '%s'}, {code: '%s'}]}}".formatted((Object[]) inside)),
                data(
                        "query ($code: String!) { markets(filter: {within: $code, kind: {eq: COUNTRY}}) { nodes { code } } }",
                        Map.of("code", region.name())));
    }

    @Test
    void unknownMarketIsNull() {
        assertEquals(json("{market: null}"), data("{ market(code: \"Nowhere\") { name } }"));
    }
}
