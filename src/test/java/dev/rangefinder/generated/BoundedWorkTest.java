package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.ask;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A document costs one statement for each relation in it, whatever the size of the catalogue: the numbers here are the same
 * for the small and for the large one. Which one it is, the property {@code generate.size} says.
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
    void aWalkFromBrandsToMarketsCostsFiveStatementsForAnyNumberOfBrands(int brands) {
        ask("""
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
    void aWalkFromAMarketToBrandsCostsThreeStatementsForAnyNumberOfLaunches(int launches) {
        ask("""
                {
                  market(code: "IN") {
                    launches(first: %d) {
                      nodes { device { partnership { members { role brand { name } } } } }
                    }
                  }
                }""".formatted(launches))
                .body("errors", nullValue())
                .body("data.market.launches.nodes", hasSize(launches))
                .body("extensions.cost.statements", equalTo(3));
    }

    @Test
    void twoAliasesOfARelationAreTwoStatementsWithAnAnswerEach() {
        ask("""
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

    @Test
    void countsAreOneStatementForAllParents() {
        ask("{ brands(first: 20) { nodes { devices(first: 1) { totalCount } } } }")
                .body("errors", nullValue())
                .body("extensions.cost.statements", equalTo(3));
    }
}
