package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.engine.CommittedSchema;
import dev.rangefinder.filter.FilteredField;
import dev.rangefinder.node.GlobalId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No operation takes more than a second of CPU time of PostgreSQL: it is answered, or fails with
 * DATABASE_TIME_EXCEEDED. The filters are the most expensive known ones, and random ones: {@code -Dseed=…} repeats
 * one.
 */
@Tag("generated")
@QuarkusTest
class DatabaseWorkTest {

    /** An operation ends after 800 ms, but only at the end of a statement that was estimated to be cheaper than it is when cold. */
    private static final Duration MAX_CPU_TIME = Duration.ofMillis(2_500);

    private static final int RANDOM_FILTERS = 200;
    private static final int MAX_ROWS = 200;

    /** The connections of the rows of root connections. */
    private static final List<FilteredField> RELATIONS = CommittedSchema.relations().stream()
            .filter(relation -> relation.path().size() == 2
                    && relation.path().get(1).getName().equals("nodes"))
            .toList();

    @Inject
    DataSource dataSource;

    @BeforeEach
    void generate() throws SQLException {
        GeneratedCatalogue.load(dataSource, System.getProperty("generate.size", "small"));
    }

    static Stream<String> expensiveOperations() {
        String notLaunched = "{launches: {some: {status: {eq: NOT_LAUNCHED}}}}";
        return Stream.of(
                "{ devices(filter: {or: [" + (notLaunched + ", ").repeat(12) + "]}) { totalCount } }",
                devices("or", 12, i -> "{and: [" + notLaunched + ", " + launchedSince("some", i) + "]}"),
                devices("or", 300, i -> "{and: [" + notLaunched + ", " + launchedSince("some", i) + "]}"),
                devices("and", 100, i -> launchedSince("some", i)),
                devices("and", 100, i -> launchedSince("none", i)),
                devices("or", 400, i -> "{name: {contains: \"x%03d\"}}".formatted(i)),
                devices("and", 400, i -> "{not: {name: {contains: \"x%03d\"}}}".formatted(i)),
                "{ devices(filter: {not: {name: {in: [" + listed(5000, i -> "\"n" + i + '"') + "]}}}) { totalCount } }",
                "{ devices(filter: {launches: {none: {}}}) { nodes { id } totalCount } }",
                aliases(
                        45,
                        i -> "launches(filter: {status: {in: [LAUNCHED, ANNOUNCED]}, " + since(i)
                                + "}) { totalCount }"),
                aliases(
                        45,
                        i -> "launches(filter: {not: {status: {in: [LAUNCHED, ANNOUNCED, WITHDRAWN]}, " + since(i)
                                + "}}) { nodes { id } }"),
                aliases(45, i -> "launches(first: " + (i + 1) + ") { totalCount }"),
                "{ markets(first: 100) { nodes "
                        + aliases(20, i -> "launches(filter: {" + since(i) + "}) { totalCount }") + " } }",
                "{ brands(first: 100) { nodes "
                        + aliases(20, i -> "devices(filter: " + launchedSince("none", i) + ") { totalCount }") + " } }",
                "{ markets(filter: {and: ["
                        + listed(50, i -> "{not: {launches: {some: {status: {eq: NOT_LAUNCHED}, " + since(i) + "}}}}")
                        + "]}) { totalCount } }",
                "{ brands(first: 100) { nodes { partnerships(first: 100, filter: {devices: {none: {name: {contains: \"Ultra\"}}}})"
                        + " { totalCount } } } }",
                "{ markets(first: 100) { nodes { launches { facets(by: [DEVICE, STATUS, LAUNCHED_ON, CLAIMS_CITATION, CLAIMS_STANDING]) { by } } } } }",
                aliases(
                        20,
                        i -> "devices(filter: {launches: {some: {status: {eq: LAUNCHED}, " + since(i)
                                + "}}}) { facets(by: [BRAND, LAUNCHES_MARKET, LAUNCHES_STATUS, PARTNERSHIPS], excludingOwn: true) { by } }"),
                "{ diff(id: \"" + GlobalId.encode("Partnership", 1)
                        + "\", from: {revision: 0}) { neighbourhood(first: 100) { nodes { properties { name } } } } }",
                "{ partnerships(first: 100) { nodes { diff(from: {revision: 0}) { neighbourhood { totalCount } } } } }",
                "{ brands(first: 100) { nodes { timeline(orderBy: {field: ON, direction: DESC}) { totalCount nodes { on } } } } }",
                "{ brands(first: 100) { nodes "
                        + aliases(20, i -> "timeline(filter: {on: {gte: \"20%02d\"}}) { totalCount }".formatted(i))
                        + " } }",
                "{ partnerships(first: 100) { nodes { timeline { totalCount facets(by: [KIND]) { by } } } } }",
                "{ citations(first: 100) { nodes { supports(last: 1) { totalCount nodes { subject { id } } } } } }",
                "query @asOf(validOn: \"1900\") { launches(first: 100) { nodes { id } } }",
                "query @asOf(validOn: \"2020\", validity: POSSIBLY) { claims { totalCount } launches { totalCount } }");
    }

    private static String devices(String combinator, int number, IntFunction<String> filter) {
        return "{ devices(filter: {" + combinator + ": [" + listed(number, filter) + "]}) { totalCount } }";
    }

    private static String launchedSince(String quantifier, int i) {
        return "{launches: {" + quantifier + ": {" + since(i) + "}}}";
    }

    private static String since(int i) {
        return "launchedOn: {gte: \"20%02d-%02d\"}".formatted(10 + i % 80, 1 + i % 9);
    }

    private static String aliases(int number, IntFunction<String> field) {
        return IntStream.range(0, number)
                .mapToObj(i -> "a" + i + ": " + field.apply(i))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String listed(int number, IntFunction<String> item) {
        return IntStream.range(0, number).mapToObj(item).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @MethodSource("expensiveOperations")
    void expensiveOperationTakesAtMostOneSecond(String document) throws SQLException {
        assertCheap(document);
    }

    @Test
    void randomOperationTakesAtMostOneSecond() throws SQLException {
        for (long seed : seeds()) {
            assertCheap(document(new FilterGenerator(seed)));
        }
    }

    private static long[] seeds() {
        Long one = Long.getLong("seed");
        return one != null
                ? new long[] {one}
                : IntStream.range(0, RANDOM_FILTERS).asLongStream().toArray();
    }

    private static String document(FilterGenerator draw) {
        FilteredField relation = draw.oneOf(RELATIONS);
        FilteredField parent = CommittedSchema.connections().stream()
                .filter(connection ->
                        connection.name().equals(relation.path().get(0).getName()))
                .findFirst()
                .orElseThrow();
        return "{ %s(first: 100, filter: %s) { totalCount nodes { %s(last: %d, filter: %s) { totalCount edges { cursor } } } } }"
                .formatted(
                        parent.name(),
                        draw.filter(parent.filter()),
                        relation.name(),
                        draw.oneOf(List.of(1, 5, 50)),
                        draw.filter(relation.filter()));
    }

    private void assertCheap(String document) throws SQLException {
        JsonNode[] answer = new JsonNode[1];
        Duration taken = new DatabaseWork(dataSource).during(() -> answer[0] = answer(document, Map.of()));
        assertTrue(taken.compareTo(MAX_CPU_TIME) <= 0, () -> taken + " for " + document);
        String code = answer[0].at("/errors/0/extensions/code").asText("DATABASE_TIME_EXCEEDED");
        assertTrue(
                Set.of("DATABASE_TIME_EXCEEDED", "DEADLINE_EXCEEDED").contains(code),
                () -> document + '\n' + answer[0]);
    }

    /** All strategies for finding a page return the same rows: pages from either end are the rows that are counted. */
    @Test
    void pagesContainTheCountedRows() {
        for (long seed : seeds()) {
            FilterGenerator draw = new FilterGenerator(seed);
            FilteredField drawn = draw.oneOf(CommittedSchema.connections());
            String connection = drawn.name();
            String filter = draw.filter(drawn.filter());
            assertSameRows("{ " + connection + "(PAGE, filter: " + filter + ") SELECTED }", "/" + connection);
        }
    }

    @ParameterizedTest
    @CsvSource({"SLUG, ASC", "SLUG, DESC", "ANNOUNCED_ON, ASC", "ANNOUNCED_ON, DESC", "STARTED_ON, ASC"})
    void pagesOfALargeRelationContainTheCountedRows(String field, String direction) {
        String order = "orderBy: {field: " + field + ", direction: " + direction + "}";
        String filter = "filter: {lines: {hasAny: [\"Line 4\", \"Line 8\", \"Line 12\"]}}";
        assertSameRows(
                "{ market(code: \"001\") { partnerships(PAGE, " + filter + ", " + order + ") SELECTED } }",
                "/market/partnerships");
    }

    private static void assertSameRows(String document, String path) {
        String counting = document.replace("PAGE", "first: 1").replace("SELECTED", "{ totalCount }");
        JsonNode counted = answer(counting, Map.of());
        int count = counted.at("/data" + path + "/totalCount").asInt();
        if (isOutOfTime(counted)
                || isOutOfTime(answer(
                        document.replace("PAGE", "first: 7").replace("SELECTED", "{ edges { cursor } }"), Map.of()))
                || count > MAX_ROWS) {
            return; // other seeds have fewer
        }
        List<String> forward = all(document, path, "first: 7", "after", "endCursor");
        List<String> backward = all(document, path, "last: 11", "before", "startCursor");
        Collections.reverse(backward);
        assertEquals(count, forward.size(), document);
        assertEquals(count, forward.stream().distinct().count(), document);
        assertEquals(forward, backward, document);
    }

    private static boolean isOutOfTime(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText().equals("DATABASE_TIME_EXCEEDED");
    }

    private static List<String> all(String document, String path, String size, String argument, String cursor) {
        String selected = document.replace("SELECTED", "{ edges { cursor } pageInfo { startCursor endCursor } }");
        List<String> found = new ArrayList<>();
        String place = "";
        while (place != null) {
            JsonNode connection = data(selected.replace("PAGE", size + place)).at(path);
            List<String> cursors = connection.get("edges").findValuesAsText("cursor");
            if (argument.equals("before")) {
                Collections.reverse(cursors);
            }
            found.addAll(cursors);
            JsonNode next = connection.at("/pageInfo/" + cursor);
            place = next.isNull() ? null : ", " + argument + ": \"" + next.asText() + '"';
        }
        return found;
    }
}
