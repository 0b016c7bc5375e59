package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.query;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
     * Relations whose rows are sorted, in some or all orders: a parent has few of them, or they are joined by a table that has no
     * such order.
     */
    private static final Set<String> SORTED = Set.of(
            "brands nodes events",
            "brands nodes figures",
            "brands nodes partnerships",
            "brands nodes subBrands",
            "brands nodes affectedBy",
            "brands nodes timeline",
            "citations nodes basedOn",
            "citations nodes supports",
            "citations nodes relayedBy",
            "citations nodes paidBy",
            "devices nodes launches {field: ANNOUNCED_ON",
            "devices nodes launches {field: LAUNCHED_ON, direction: ASC, nulls: FIRST",
            "devices nodes launches {field: LAUNCHED_ON, direction: DESC, nulls: LAST",
            "devices nodes affectedBy",
            "devices nodes models",
            "devices nodes partnerships",
            "devices nodes twins",
            "events nodes brands",
            "events nodes partnerships",
            "figures nodes brands",
            "markets nodes brands",
            "markets nodes children",
            "markets nodes parents",
            "markets nodes partnerships",
            "partnerships nodes events",
            "partnerships nodes successors",
            "partnerships nodes timeline");

    /** Conditions that most rows meet, or exactly those of a partial index, or on a status, which depends on the day. */
    private static final Set<String> UNSELECTIVE = Set.of(
            "claims agrees: {eq: true}",
            "claims agrees: {isNull: true}",
            "claims foreseen: {eq: true}",
            "claims supports: {eq: true}",
            "partnerships status: ");

    /** The texts that stand for a missing value in expressions of indexes, before all others and after them. */
    private static final String LOWEST = "";

    private static final String HIGHEST = "~";

    /** A connection that accepts statements with unbound parameters. */
    private static Connection explaining;

    @Inject
    DataSource dataSource;

    @BeforeAll
    static void connect() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("rangefinder.database.url", String.class);
        explaining = DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple");
        try (Statement statement = explaining.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    @AfterAll
    static void disconnect() throws SQLException {
        explaining.close();
    }

    @BeforeEach
    void generate() throws SQLException {
        GeneratedCatalogue.load(dataSource, System.getProperty("generate.size", "small"));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterIsServedByAnIndex() {
        return CommittedSchema.connections().stream()
                .flatMap(connection -> FilterConditions.ofRows(connection.filter())
                        .filter(condition -> UNSELECTIVE.stream().noneMatch((connection + " " + condition)::startsWith))
                        .map(condition -> dynamicTest(connection + " " + condition, () -> {
                            String plan = planOf(counting(connection, condition), "count(*)", LOWEST);
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
                                        "order by",
                                        missing(order))))));
    }

    private static void assertNotSorted(String plan) {
        assertFalse(plan.contains("Sort"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfALargeRelationIsServedByAnIndex() {
        return CommittedSchema.relations().stream()
                .flatMap(relation -> relation.orders()
                        .filter(order -> SORTED.stream().noneMatch((relation + " " + order)::startsWith))
                        .map(order -> dynamicTest(
                                relation + " " + order,
                                () -> assertNotSorted(planOf(
                                        relation.document(
                                                relation.name() + "(orderBy: " + order + ") { edges { cursor } }"),
                                        "unnest",
                                        missing(order))))));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterThroughARelationIsServedByAnIndex() {
        return CommittedSchema.connections().stream()
                .flatMap(connection -> Stream.concat(
                                FilterConditions.throughRelations(connection.filter()),
                                FilterConditions.throughSeveralRelations(connection.filter()))
                        .map(condition -> dynamicTest(connection + " " + condition, () -> {
                            String plan = planOf(filtering(connection, condition), "order by", LOWEST);
                            assertFalse(plan.contains("Seq Scan on launch"), plan);
                            assertFalse(plan.contains("Seq Scan on device"), plan);
                        })));
    }

    /** The rows that match a condition, in an order in which missing values are lowest. */
    private static String filtering(FilteredField connection, String condition) {
        String order = connection
                .orders()
                .filter(one -> missing(one).equals(LOWEST))
                .findFirst()
                .orElseThrow();
        return connection.document(
                connection.name() + "(filter: {" + condition + "}, orderBy: " + order + ") { nodes { id } }");
    }

    /** The text that stands for a missing value in an order. */
    private static String missing(String order) {
        return order.contains("DESC") == order.contains("LAST") ? LOWEST : HIGHEST;
    }

    /**
     * The plan of that statement of a document which contains a text.
     *
     * @param missing the text that stands for a missing value
     */
    private static String planOf(String document, String text, String missing) throws SQLException {
        try (Statement statement = explaining.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
            query(document).body("errors", nullValue());
            return plan(statement, statementWith(statement, text, missing));
        }
    }

    /** pg_stat_statements replaces constants by parameters; those in the expressions of indexes are restored. */
    private static String statementWith(Statement statement, String text, String missing) throws SQLException {
        try (ResultSet result = statement.executeQuery(
                "select query from pg_stat_statements where query ~ '^(select|with) ' and query like '%" + text
                        + "%' and query not like '%pg_stat%' and query not like '%from catalogue%'")) {
            boolean found = result.next();
            assumeTrue(found || !text.equals("unnest"), "the path leads to several parents");
            assertTrue(found, "no statement with " + text);
            return result.getString(1)
                    .replaceAll("nullif\\((\\S+), \\$\\d+\\)", "nullif($1, '')")
                    .replaceAll("coalesce\\((nullif\\(.+?\\)|\\S+), \\$\\d+\\)", "coalesce($1, '" + missing + "')")
                    .replaceAll("\\|\\| \\$\\d+", "|| '~'");
        }
    }

    /**
     * The generic plan of a statement. Sequential and index-only scans are disabled, so that it uses an index that
     * finds the rows if there is one; for a statement about a few rows of several parents also bitmap scans and sorts, so that it
     * uses one that has them in order.
     */
    private static String plan(Statement statement, String query) throws SQLException {
        boolean inOrder = query.contains("unnest") && query.contains("order by");
        statement.execute("set enable_seqscan = off");
        statement.execute("set enable_indexonlyscan = off");
        statement.execute("set enable_bitmapscan = " + !inOrder);
        statement.execute("set enable_sort = " + !inOrder);
        StringBuilder plan = new StringBuilder(query).append('\n');
        try (ResultSet result = statement.executeQuery("explain (generic_plan) " + query)) {
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
