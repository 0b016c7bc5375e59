package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.ask;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Only what an index serves may be filtered or ordered. Each operator of each filter, and each order, is asked of the
 * service; PostgreSQL then explains the statement that the service ran.
 */
@Tag("generated")
@QuarkusTest
class IndexesTest {

    private static final Map<String, List<String>> OPERATORS = Map.of(
            "SlugFilter", List.of("eq: \"x\"", "in: [\"x\"]", "startsWith: \"x\""),
            "TextFilter", List.of("eq: \"x\"", "in: [\"x\"]", "startsWith: \"x\"", "contains: \"xyz\"", "isNull: true"),
            "ReferenceFilter", List.of("eq: \"x\"", "in: [\"x\"]", "isNull: true"),
            "DateFilter",
                    Stream.of("eq: \"2022\"", "in: [\"2022\"]", "isNull: true", "gt", "gte", "lt", "lte")
                            .flatMap(IndexesTest::dateOperators)
                            .toList());

    @Inject
    DataSource dataSource;

    @BeforeEach
    void generate() throws SQLException {
        GeneratedCatalogue.load(dataSource, System.getProperty("generate.size", "small"));
    }

    private static Stream<String> dateOperators(String operator) {
        return operator.contains(":")
                ? Stream.of(operator)
                : Stream.of("CERTAINLY", "POSSIBLY").map(matching -> operator + ": \"2022-05\", matching: " + matching);
    }

    @TestFactory
    Stream<DynamicTest> everyFilterIsServedByAnIndex() {
        return connections()
                .flatMap(connection -> filtersOf(connection)
                        .map(filter -> dynamicTest(connection + " " + filter, () -> {
                            String plan = planOf(
                                    "{ " + connection + "(filter: { " + filter + " }) { totalCount } }", "count(*)");
                            assertTrue(plan.contains("Index Cond") || plan.contains("One-Time Filter: false"), plan);
                            assertFalse(plan.contains("Seq Scan"), plan);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyOrderIsServedByAnIndex() {
        return connections()
                .flatMap(connection -> ordersOf(connection)
                        .map(order -> dynamicTest(connection + " " + order, () -> {
                            String plan = planOf(
                                    "{ " + connection + "(orderBy: " + order + ") { nodes { id } } }", "order by");
                            assertFalse(plan.contains("Sort"), plan);
                            assertFalse(plan.contains("Seq Scan"), plan);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyOrderOfALargeRelationIsServedByAnIndex() {
        return Stream.of(
                        "brands devices DeviceOrderField",
                        "partnerships devices DeviceOrderField",
                        "devices launches LaunchOrderField",
                        "markets launches LaunchOrderField")
                .map(relation -> relation.split(" "))
                .flatMap(relation -> orders(relation[2])
                        .map(order -> dynamicTest(String.join(" ", relation) + order, () -> {
                            String plan = planOf(
                                    "{ " + relation[0] + "(first: 3) { nodes { " + relation[1] + "(orderBy: " + order
                                            + ") { nodes { id } } } } }",
                                    "unnest");
                            assertFalse(plan.contains("Sort"), plan);
                            assertFalse(plan.contains("Seq Scan"), plan);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyFilterThroughARelationIsServedByAnIndex() {
        return Stream.of(
                        "devices(filter: { launches: { some: { market: { eq: \"IN\" }, launchedOn: { gte: \"2022\" } } } })",
                        "devices(filter: { launches: { none: { status: { eq: WITHDRAWN } } } })",
                        "partnerships(filter: { devices: { some: { slug: { eq: \"device-0000001\" } } } })",
                        "partnerships(filter: { members: { some: { brand: { eq: \"brand-00001\" } } } })",
                        "brands(filter: { partnerships: { some: { slug: { eq: \"partnership-000001\" } } } })",
                        "brands(filter: { devices: { some: { releasedOn: { gte: \"2024\" } } } })",
                        "markets(filter: { launches: { some: { launchedOn: { gte: \"2024\" } } } })")
                .map(asked -> dynamicTest(asked, () -> {
                    String plan = planOf("{ " + asked + " { nodes { id } } }", "order by");
                    assertFalse(plan.contains("Seq Scan on launch"), plan);
                    assertFalse(plan.contains("Seq Scan on device"), plan);
                }));
    }

    private static Stream<String> connections() {
        return Stream.of("brands", "partnerships", "devices", "markets", "launches", "figures", "citations");
    }

    private static String typeOf(String connection) {
        String name = connection.equals("launches") ? "launch" : connection.substring(0, connection.length() - 1);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Stream<String> ordersOf(String connection) {
        return orders(typeOf(connection) + "OrderField");
    }

    private static Stream<String> orders(String type) {
        List<String> fields = ask("{ __type(name: \"" + type + "\") { enumValues { name } } }")
                .extract()
                .path("data.__type.enumValues.name");
        return fields.stream()
                .flatMap(field -> Stream.of("ASC", "DESC")
                        .map(direction -> "{ field: " + field + ", direction: " + direction + " }"));
    }

    private static Stream<String> filtersOf(String connection) {
        List<Map<String, Object>> fields = ask("{ __type(name: \"" + typeOf(connection)
                        + "Filter\") { inputFields { name type { name kind } } } }")
                .extract()
                .path("data.__type.inputFields");
        List<String> filters = new ArrayList<>();
        for (Map<String, Object> field : fields) {
            String type = (String) ((Map<?, ?>) field.get("type")).get("name");
            operators(type).forEach(operator -> filters.add(field.get("name") + ": { " + operator + " }"));
        }
        return filters.stream();
    }

    private static List<String> operators(String type) {
        if (type == null || type.endsWith("RelationFilter") || OPERATORS.containsKey(type)) {
            return type == null ? List.of() : OPERATORS.getOrDefault(type, List.of());
        }
        List<String> values = ask("{ __type(name: \"" + type.replace("Filter", "") + "\") { enumValues { name } } }")
                .extract()
                .path("data.__type.enumValues.name");
        return values == null ? List.of() : List.of("eq: " + values.get(0), "in: [" + values.get(0) + "]");
    }

    /** The plan of the statement, among those that a document leads to, that has a text in it. */
    private static String planOf(String document, String text) throws SQLException {
        try (Connection connection = explaining();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            ask(document).body("errors", nullValue());
            return plan(statement, statementWith(statement, text));
        }
    }

    /** A connection that takes statements with the signs of their parameters and no values for them. */
    private static Connection explaining() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("rangefinder.database.url", String.class);
        return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple");
    }

    /** PostgreSQL makes parameters of constants when it notes a statement; those in the expressions of indexes are put back. */
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
     * The plan that PostgreSQL keeps for a prepared statement. Without scans of all rows, of the table or of an index that
     * has the column, where an index finds the rows.
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
