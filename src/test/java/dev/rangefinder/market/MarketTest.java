package dev.rangefinder.market;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
