package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.query;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A document executes one statement for each of its relations, and a filter reads few blocks of the database, whatever
 * the size of the catalogue. The bounds are the same for the small and the large one, which the property {@code
 * generate.size} selects.
 */
@Tag("generated")
@QuarkusTest
class BoundedWorkTest {

    @Inject
    DataSource dataSource;

    @BeforeEach
    void generate() throws SQLException {
        GeneratedCatalogue.load(dataSource, System.getProperty("generate.size", "small"));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "20"})
    void traversalFromBrandsToMarketsIsFiveStatementsForAnyNumberOfBrands(int brands) {
        query("""
                {
                  brands(first: %d) {
                    nodes {
                      partnerships(first: 5) {
                        nodes {
                          devices(first: 5) {
                            nodes { launches(first: 5) { nodes { market { code } } } }
                          }
                        }
                      }
                    }
                  }
                }""".formatted(brands))
                .body("errors", nullValue())
                .body("data.brands.nodes", hasSize(brands))
                .body("extensions.cost.statements", equalTo(5));
    }

    @ParameterizedTest
    @CsvSource({"1", "20", "100"})
    void traversalFromAMarketToBrandsIsFiveStatementsForAnyNumberOfLaunches(int launches) {
        query("""
                {
                  market(code: "IN") {
                    launches(first: %d) {
                      nodes { device { partnerships(first: 1) { nodes { members { role brand { name } } } } } }
                    }
                  }
                }""".formatted(launches))
                .body("errors", nullValue())
                .body("data.market.launches.nodes", hasSize(launches))
                .body("extensions.cost.statements", equalTo(5));
    }

    @Test
    void aliasesOfARelationAreSeparateStatements() {
        query("""
                {
                  brands(first: 20) {
                    nodes {
                      one: devices(first: 1) { nodes { slug } }
                      two: devices(first: 2, orderBy: { field: SLUG }) { nodes { slug } }
                    }
                  }
                }""")
                .body("errors", nullValue())
                .body("data.brands.nodes[0].one.nodes", hasSize(1))
                .body("data.brands.nodes[0].two.nodes", hasSize(2))
                .body("extensions.cost.statements", equalTo(3));
    }

    /** The planner cannot know how many rows pass such a filter: none, a few, one in fifty, or all of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices(filter: {launches: {some: {market: {eq: \"IN\"}, launchedOn: {gt: \"2200\"}}}})",
                "devices(filter: {launches: {some: {device: {in: [\"device-0000001\", \"device-0000002\"]}}}})",
                "devices(filter: {launches: {some: {market: {eq: \"IN\"}, launchedOn: {gte: \"2023\"}}}})",
                "devices(filter: {launches: {some: {market: {eq: \"IN\"}}}})",
                "devices(filter: {launches: {some: {status: {eq: LAUNCHED}}}})",
                "devices(filter: {launches: {some: {}}})",
                "brands(filter: {devices: {some: {launches: {some: {market: {eq: \"IN\"}, launchedOn: {gt: \"2200\"}}}}}})",
                "brands(filter: {partnerships: {some: {devices: {some: {launches: {some: {market: {eq: \"IN\"}}}}}}}})",
                "partnerships(filter: {devices: {some: {partnerships: {some: {slug: {eq: \"partnership-000001\"}}}}}})",
                "devices(filter: {name: {contains: \"xyzzy\"}})",
                "devices(filter: {name: {contains: \"12345\"}})",
                "devices(filter: {name: {contains: \"Ultra\"}})",
                "devices(filter: {name: {eqInsensitive: \"xyzzy\"}})",
                "devices(filter: {name: {eqInsensitive: \"mate 1 ULTRA\"}})",
                "devices(filter: {name: {startsWith: \"xyzzy\"}})",
                "devices(filter: {name: {startsWith: \"Mate\"}})",
                "devices(filter: {name: {startsWith: \"\"}})"
            })
    void filterReadsFewBlocksForAnySelectivity(String connection) throws SQLException {
        assertThat(blocksOf("{ " + connection + " { nodes { id } } }"), lessThan(20_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gt: \"2200\"", "gte: \"2200\"", "lt: \"1800\"", "lte: \"1800\""})
    void dateRangeIsScannedFromItsBound(String range) throws SQLException {
        for (String matching : List.of("CERTAINLY", "POSSIBLY")) {
            for (String order :
                    List.of("direction: ASC", "direction: DESC", "nulls: FIRST", "direction: DESC, nulls: FIRST")) {
                String connection =
                        "launches(filter: {launchedOn: {%s, matching: %s}}, orderBy: {field: LAUNCHED_ON, %s})"
                                .formatted(range, matching, order);
                assertThat(connection, blocksOf("{ " + connection + " { nodes { id } } }"), lessThan(100));
            }
        }
    }

    /** One brand has few of the partnerships, and the world most of them. */
    @ParameterizedTest
    @ValueSource(strings = {"SLUG", "ANNOUNCED_ON", "STARTED_ON"})
    void pageOfPartnershipsReadsFewBlocks(String field) throws SQLException {
        for (String parent : List.of("brand(slug: \"brand-00100\")", "market(code: \"001\")")) {
            for (String direction : List.of("ASC", "DESC")) {
                String page = "partnerships(first: 2, orderBy: {field: %s, direction: %s})".formatted(field, direction);
                String document = "{ " + parent + " { " + page + " { nodes { id } } } }";
                assertThat(document, blocksOf(document), lessThan(200));
            }
        }
    }

    /** The limit of counts, not the size of the tables, determines how much is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "launches { count { value } }",
                "devices { count { value } }",
                "launches { facets(by: [MARKET, DEVICE, STATUS, LAUNCHED_ON, PRICE, SELLER, STANDING]) { values { value } } }",
                "devices { facets(by: [BRAND, SERIES, KIND, STATUS, RELEASED_ON, CHIPSET, STANDING]) { values { value } } }",
                "figures { facets(by: [VALUE, RANK, MEASURE]) { values { value lowestAmount } lowestNumber } }",
                "launches(filter: {market: {eq: \"IN\"}}) { facets(by: [MARKET, STATUS], excludingOwn: true) { values { value } } }"
            })
    void countsReadFewBlocks(String connection) throws SQLException {
        assertThat(blocksOf("{ " + connection + " }"), lessThan(25_000));
    }

    @Test
    void nextPageOfAFacetReadsFewBlocks() throws SQLException {
        String facet = "{ launches { facets(by: [MARKET], first: 2%s) { values { value } pageInfo { endCursor } } } }";
        String end = data(facet.formatted(""))
                .at("/launches/facets/0/pageInfo/endCursor")
                .asText();
        assertThat(blocksOf(facet.formatted(", after: \"" + end + '"')), lessThan(25_000));
    }

    /** The rows that are counted lead to at most five times as many others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices { facets(by: [LAUNCHES_MARKET, LAUNCHES_STATUS, LAUNCHES_LAUNCHED_ON]) { values { value } } }",
                "brands { facets(by: [DEVICES_KIND, DEVICES_RELEASED_ON]) { values { value } } }",
                "markets { facets(by: [LAUNCHES_DEVICE, LAUNCHES_STATUS]) { values { value } } }",
                "devices { facets(by: [PARTNERSHIPS, CLAIMS_CITATION]) { values { value } } }"
            })
    void facetsOfRelatedRowsReadFewBlocks(String connection) throws SQLException {
        assertThat(blocksOf("{ " + connection + " }"), lessThan(200_000));
    }

    private int blocksOf(String document) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            query(document).body("errors", nullValue());
            try (ResultSet blocks = statement.executeQuery(
                    "select count(*), sum(shared_blks_hit + shared_blks_read) from pg_stat_statements where query like '%order by%' or query like '%count(*)%'")) {
                blocks.next();
                assertThat("statements that read the rows", blocks.getInt(1), greaterThan(0));
                return blocks.getInt(2);
            }
        }
    }

    @Test
    void totalCountsAreOneStatementForAllParents() {
        query("{ brands(first: 20) { nodes { devices(first: 1) { totalCount } } } }")
                .body("errors", nullValue())
                .body("extensions.cost.statements", equalTo(2));
    }
}
