package dev.rangefinder.market;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of the figures of analysts. */
@QuarkusTest
class FigureTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow market = data.region().save();

    @Test
    void figureReturnsItsProperties() {
        StoredRow citation = data.citation("C").save();
        StoredRow figure = data.figure(market, "2022-Q1")
                .with("measure", "SMARTPHONE_REVENUE")
                .with("unit", "CNY")
                .with("value", new BigDecimal("45800000000"))
                .with("converted_amount", new BigDecimal("6900000000"))
                .with("converted_currency", "USD")
                .with("change_on_year", new BigDecimal("-11.1"))
                .with("rank", 3)
                .with("rank_bound", "OR_LOWER")
                .with("qualification", "for the first time")
                .with("peak", true)
                .with("analyst", "Canalys")
                .citedFrom(citation)
                .save();
        data.claim(citation, figure).with("property", "motive").save();
        assertEquals(json("""
                        {market: {figures: {nodes: [{period: '2022-Q1', measure: 'SMARTPHONE_REVENUE', unit: 'CNY',
                            value: '45800000000', converted: {amount: '6900000000', currency: 'USD'},
                            changeOnYear: '-11.1', rank: 3, rankBound: 'OR_LOWER', qualification: 'for the first time', peak: true, analyst: 'Canalys', standing: 'REPORTED',
                            market: {code: '%s'}, citation: {key: '%s'}, claims: {nodes: [{property: 'motive'}]}}]}}}""".formatted(market.name(), citation.name())), data("""
                        query ($code: String!) {
                          market(code: $code) {
                            figures {
                              nodes {
                                period measure unit value converted { amount currency } changeOnYear rank rankBound qualification
                                peak analyst
                                standing market { code } citation { key } claims(filter: {property: {eq: "motive"}}) { nodes { property } }
                              }
                            }
                          }
                        }""", Map.of("code", market.name())));
    }

    @Test
    void unstatedPropertyOfFigureIsNull() {
        data.figure(market, "2021").save();
        assertEquals(json("""
                        {figures: {nodes: [{value: null, converted: null, changeOnYear: null, rank: 1, rankBound: 'EXACT', peak: false,
                            qualification: null, analyst: null}]}}"""), data("""
                        query ($code: String!) {
                          figures(filter: {market: {eq: $code}}) {
                            nodes { value converted { amount } changeOnYear rank rankBound peak qualification analyst }
                          }
                        }""", Map.of("code", market.name())));
    }

    @Test
    void figureCanCountSeveralBrandsTogether() {
        StoredRow first = data.brand("a").save();
        StoredRow second = data.brand("b").save();
        data.figure(market, "2023").about(second).about(first).save();
        data.figure(market, "2021").about(second).save();
        assertEquals(
                json("""
                        {first: {figures: {nodes: [{period: '2023', brands: {nodes: [{slug: '%1$s'}, {slug: '%2$s'}]}}]}},
                            second: {figures: {nodes: [{period: '2021', brands: {nodes: [{slug: '%2$s'}]}},
                            {period: '2023', brands: {nodes: [{slug: '%1$s'}, {slug: '%2$s'}]}}]}}}""".formatted(first.name(), second.name())),
                data("""
                        query ($first: String!, $second: String!) {
                          first: brand(slug: $first) { figures { nodes { period brands { nodes { slug } } } } }
                          second: brand(slug: $second) { figures { nodes { period brands { nodes { slug } } } } }
                        }""", Map.of("first", first.name(), "second", second.name())));
    }

    @Test
    void figuresAreOrderedByPeriodByDefault() {
        data.figure(market, "2022-Q1").save();
        data.figure(market, "2021-Q4").save();
        data.figure(market, "2022").save();
        assertEquals(
                json("{figures: {nodes: [{period: '2021-Q4'}, {period: '2022'}, {period: '2022-Q1'}]}}"),
                data(
                        "query ($code: String!) { figures(filter: {market: {eq: $code}}) { nodes { period } } }",
                        Map.of("code", market.name())));
    }
}
