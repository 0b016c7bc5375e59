package dev.rangefinder.market;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private void valued(String period, String value, String measure, String unit) {
        data.figure(market, period)
                .with("measure", measure)
                .with("value", value == null ? null : new BigDecimal(value))
                .with("unit", unit)
                .save();
    }

    private void ranked(String period, Integer rank, RankBound bound) {
        data.figure(market, period)
                .with("value", BigDecimal.ONE)
                .with("rank", rank)
                .with("rank_bound", bound == null ? null : bound.name())
                .save();
    }

    /** The periods of the figures about the market that match a filter. */
    private String periods(String filter) {
        String document =
                "query ($code: String!) { figures(filter: {and: [{market: {eq: $code}}, %s]}) { nodes { period } } }";
        return String.join(
                " ",
                data(document.formatted(filter), Map.of("code", market.name())).findValuesAsText("period"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: {unit: \"UNITS\"}} | 2021 2022",
                "{value: {unit: \"UNITS\", gte: 1500}} | 2022",
                "{value: {unit: \"UNITS\", gt: 1000, lte: 2000}} | 2022",
                "{value: {unit: \"CNY\", lt: 1500}} | 2023",
                "{value: {unit: \"USD\", gte: 1500}} | 2024",
                "{value: {isNull: false}} | 2021 2022 2023 2024",
                "{value: {isNull: true}} | 2025",
                "{not: {value: {unit: \"UNITS\"}}} | 2023 2024 2025"
            })
    void figuresAreFilteredByValueInAUnit(String filter, String periods) {
        valued("2021", "1000", "SHIPMENTS", "UNITS");
        valued("2022", "2000", "SALES", "UNITS");
        valued("2023", "1000", "SMARTPHONE_REVENUE", "CNY");
        valued("2024", "2000", "SMARTPHONE_REVENUE", "USD");
        valued("2025", null, "SHIPMENTS", "UNITS");
        assertEquals(periods, periods(filter));
    }

    @Test
    void valueIsNotComparedWithoutAUnit() {
        assertEquals("BAD_USER_INPUT", errorCode("{ figures(filter: {value: {gte: 1}}) { totalCount } }"));
    }

    private void rankFigures() {
        ranked("2021", 1, RankBound.EXACT);
        ranked("2022", 3, RankBound.OR_HIGHER);
        ranked("2023", 3, RankBound.EXACT);
        ranked("2024", 3, RankBound.OR_LOWER);
        ranked("2025", null, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rank: {eq: 3}} | 2022 2023 2024",
                "{rank: {lte: 3}} | 2021 2022 2023",
                "{rank: {lte: 2}} | 2021",
                "{rank: {gte: 3}} | 2023 2024",
                "{rank: {gte: 4}} | ''",
                "{rank: {gte: 1}} | 2021 2022 2023 2024",
                "{rank: {isNull: true}} | 2025"
            })
    void figuresAreFilteredByWhatTheirRankCertainlyIs(String filter, String periods) {
        rankFigures();
        assertEquals(periods, periods(filter));
    }

    private JsonNode facet(String arguments, String selection) {
        String document = "query ($code: String!) { market(code: $code) { figures { facets(%s) { %s } } } }"
                .formatted(arguments, selection);
        return data(document, Map.of("code", market.name())).at("/market/figures/facets/0");
    }

    @Test
    void valuesAreCountedAndComparedInTheirUnit() {
        valued("2021", "1000", "SHIPMENTS", "UNITS");
        valued("2022", "2000.5", "SHIPMENTS", "UNITS");
        valued("2023", "12.5", "MARKET_SHARE", "PERCENT");
        valued("2024", null, "SHIPMENTS", "UNITS");
        assertEquals(
                json("""
                        {values: [
                          {value: 'UNITS', count: {value: 2}, lowestAmount: '1000', highestAmount: '2000.5', filter: {value: {unit: 'UNITS'}}},
                          {value: 'PERCENT', count: {value: 1}, lowestAmount: '12.5', highestAmount: '12.5', filter: {value: {unit: 'PERCENT'}}},
                          {value: null, count: {value: 1}, lowestAmount: null, highestAmount: null, filter: {value: {isNull: true}}}]}"""), facet("by: [VALUE]", "values { value count { value } lowestAmount highestAmount filter }"));
    }

    @Test
    void ranksAreCountedFromTheBestOneOn() {
        rankFigures();
        assertEquals(
                json("""
                        {lowestNumber: 1, highestNumber: 3, values: [
                          {value: '1', count: {value: 1}, filter: {rank: {eq: 1}}},
                          {value: null, count: {value: 1}, filter: {rank: {isNull: true}}}]}"""),
                facet("by: [RANK], first: 1", "lowestNumber highestNumber values { value count { value } filter }"));
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
