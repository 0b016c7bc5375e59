package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.query;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rangefinder.engine.CommittedSchema;
import dev.rangefinder.filter.FilterConditions;
import dev.rangefinder.filter.FilteredField;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every filter and order is served by an index. Each operator of each filter and each order is sent to the service;
 * PostgreSQL then explains the statement that the service executed.
 */
@Tag("generated")
@QuarkusTest
class IndexesTest {

    /**
     * Relations whose rows are sorted: a parent has few of them, or they are joined by a table that has no such order.
     */
    private static final Set<String> SORTED = Set.of(
            "brands nodes figures",
            "brands nodes partnerships",
            "brands nodes subBrands",
            "devices nodes models",
            "figures nodes brands",
            "markets nodes partnerships");

    @Inject
    DataSource dataSource;

    @BeforeEach
    void generate() throws SQLException {
        GeneratedCatalogue.load(dataSource, System.getProperty("generate.size", "small"));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterIsServedByAnIndex() {
        return CommittedSchema.connections().stream()
                .flatMap(connection -> FilterConditions.ofRows(connection.filter())
                        .map(condition -> dynamicTest(connection + " " + condition, () -> {
                            String plan = planOf(counting(connection, condition), "count(*)");
                            assertTrue(plan.contains("Index Cond") || plan.contains("One-Time Filter: false"), plan);
                            assertFalse(plan.contains("Seq Scan"), plan);
                        })));
    }

    private static String counting(FilteredField connection, String condition) {
        return connection.document(connection.name() + "(filter: {" + condition + "}) { totalCount }");
    }

    @TestFactory
    Stream<DynamicTest> everyOrderIsServedByAnIndex() {
        return CommittedSchema.connections().stream()
                .flatMap(connection -> connection
                        .orders()
                        .map(order -> dynamicTest(
                                connection + " " + order,
                                () -> assertNotSorted(planOf(
                                        connection.document(
                                                connection.name() + "(orderBy: " + order + ") { edges { cursor } }"),
                                        "order by")))));
    }

    private static void assertNotSorted(String plan) {
        assertFalse(plan.contains("Sort"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfALargeRelationIsServedByAnIndex() {
        return CommittedSchema.relations().stream()
                .filter(relation -> !SORTED.contains(relation.toString()))
                .flatMap(relation -> relation.orders()
                        .map(order -> dynamicTest(
                                relation + " " + order,
                                () -> assertNotSorted(planOf(
                                        relation.document(
                                                relation.name() + "(orderBy: " + order + ") { edges { cursor } }"),
                                        "unnest")))));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterThroughARelationIsServedByAnIndex() {
        return CommittedSchema.connections().stream()
                .flatMap(connection -> FilterConditions.throughRelations(connection.filter())
                        .map(condition -> dynamicTest(connection + " " + condition, () -> {
                            String plan = planOf(
                                    connection.document(
                                            connection.name() + "(filter: {" + condition + "}) { nodes { id } }"),
                                    "order by");
                            assertFalse(plan.contains("Seq Scan on launch"), plan);
                            assertFalse(plan.contains("Seq Scan on device"), plan);
                        })));
    }

    /** The plan of that statement of a document which contains a text. */
    private static String planOf(String document, String text) throws SQLException {
        try (Connection connection = explaining();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            query(document).body("errors", nullValue());
            return plan(statement, statementWith(statement, text));
        }
    }

    /** A connection that accepts statements with unbound parameters. */
    private static Connection explaining() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("rangefinder.database.url", String.class);
        return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple");
    }

    /** pg_stat_statements replaces constants by parameters; those in the expressions of indexes are restored. */
    private static String statementWith(Statement statement, String text) throws SQLException {
        try (ResultSet result = statement.executeQuery(
                "select query from pg_stat_statements where query ~ '^(select|with) ' and query like '%" + text
                        + "%' and query not like '%pg_stat%' and query not like '%from catalogue%'")) {
            assertTrue(result.next(), "no statement with " + text);
            return result.getString(1)
                    .replaceAll("coalesce\\((\\S+), \\$\\d+\\)", "coalesce($1, '')")
                    .replaceAll("\\|\\| \\$\\d+", "|| '~'");
        }
    }

    /**
     * The generic plan of a statement. Sequential and index-only scans are disabled, so that it uses an index that
     * finds the rows if there is one.
     */
    private static String plan(Statement statement, String query) throws SQLException {
        statement.execute("set enable_seqscan = off");
        statement.execute("set enable_indexonlyscan = off");
        StringBuilder plan = new StringBuilder(query).append('\n');
        try (ResultSet result = statement.executeQuery("explain (generic_plan) " + query)) {
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
