package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.ask;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents that are made to keep a service busy are answered within a second: mostly, that they are too much. */
@QuarkusTest
class HostileDocumentsTest {

    private static final long SECOND = 1_000_000_000;
    private static final int TRIES = 3;

    @TestFactory
    Stream<DynamicTest> isAnsweredWithinSecond() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("ten thousand aliases", "{ catalogue {" + many(10_000, i -> "a" + i + ": revision") + "} }");
        documents.put("ten thousand times the same field", "{ catalogue {" + " revision".repeat(9_900) + "} }");
        documents.put("ten thousand fields that are not there", "{" + many(10_000, i -> "a" + i) + "}");
        documents.put("three thousand operations", "{ __typename }".repeat(3_000));
        documents.put("two thousand operations of one fragment", operations(2_000, 1_000));
        documents.put("eighty operations of one fragment", operations(80, 100));
        documents.put("an operation of two thousand variables", variables(2_000));
        documents.put(
                "fragments that double what is below them", bomb("a: parent { ...F%1$d } b: parent { ...F%1$d }"));
        documents.put("fragments that double themselves", bomb("...F%1$d ...F%1$d"));
        documents.put("fragments that double themselves inline", bomb("... { ...F%1$d } ... { ...F%1$d }"));
        documents.put("fragments that double what is merged", bomb("parent { ...F%1$d } parent { ...F%1$d }"));
        documents.put("a fragment of itself", "{ ...F } fragment F on Query { ...F }");
        documents.put(
                "fragments of each other",
                "{ ...F } fragment F on Query { ...G ...G } fragment G on Query { ...F ...F catalogue { revision } }");
        documents.put("a long chain of fragments", chain(2_000));
        documents.put("a chain of deep fragments", deepChain(90, 60));
        documents.put("a hundred fragments that spread all after them", web(100));
        documents.put("a hundred fragments that spread all", clique(100));
        documents.put("deep fragments inline", "{ ...".repeat(120) + "{ __typename }" + "}".repeat(120));
        documents.put("very deep fragments inline", "{ ...".repeat(3_000) + "{ __typename }" + "}".repeat(3_000));
        documents.put("fields that merge into ever other sets", subsets(9));
        documents.put("fields that merge into too many sets", subsets(19));
        documents.put("fields that conflict", conflicts());
        documents.put("a megabyte of names", "{" + " a".repeat(500_000) + "}");
        documents.put("a megabyte of commas", "{" + ",".repeat(1_000_000) + "__typename }");
        documents.put("a megabyte of comments", "{ #" + "a #".repeat(300_000) + "\n__typename }");
        documents.put("a megabyte of lines", "{" + "\n#".repeat(500_000) + "\n__typename }");
        documents.put("a megabyte of text", "{ brand(slug: \"" + "a".repeat(1_000_000) + "\") { name } }");
        documents.put("a megabyte of braces", "{".repeat(1_000_000));
        documents.put("a megabyte of brackets", "{ nodes(ids: " + "[".repeat(1_000_000));
        documents.put("deep lists", "{ nodes(ids: " + "[".repeat(150) + "]".repeat(150) + ") { id } }");
        documents.put(
                "deep filters",
                "{ brands(filter: " + "{ not: ".repeat(80) + "{}" + "}".repeat(80) + ") { totalCount } }");
        documents.put(
                "long lists", "{ brands(filter: { slug: { in: [" + "\"a\" ".repeat(9_000) + "] } }) { totalCount } }");
        documents.put(
                "many filters", "{ brands(filter: { or: [" + "{ not: {} } ".repeat(1_500) + "] }) { totalCount } }");
        return documents.entrySet().stream()
                .map(document ->
                        DynamicTest.dynamicTest(document.getKey(), () -> answers(document.getValue(), Map.of())));
    }

    @TestFactory
    Stream<DynamicTest> variablesAreAnsweredWithinSecond() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("deep filters", deep(90));
        variables.put("very deep filters", deep(900));
        variables.put("many filters", Map.of("or", Collections.nCopies(3_000, Map.of("slug", Map.of("eq", "a")))));
        variables.put(
                "very many filters", Map.of("or", Collections.nCopies(50_000, Map.of("slug", Map.of("eq", "a")))));
        variables.put("many empty filters", Map.of("and", Collections.nCopies(100_000, Map.of())));
        variables.put("long lists", Map.of("slug", Map.of("in", Collections.nCopies(100_000, "a"))));
        variables.put("long texts", Map.of("name", Map.of("contains", "%_\\".repeat(300_000))));
        variables.put(
                "fields that are not there",
                IntStream.range(0, 50_000).boxed().collect(java.util.stream.Collectors.toMap(i -> "a" + i, i -> i)));
        String query = "query ($filter: BrandFilter) { brands(filter: $filter) { totalCount } }";
        return variables.entrySet().stream()
                .map(filter -> DynamicTest.dynamicTest(
                        filter.getKey(), () -> answers(query, Map.of("filter", filter.getValue()))));
    }

    /** The machine may be busy with something else: one of several tries counts. */
    private static void answers(String query, Map<String, ?> variables) {
        List<Long> times = new ArrayList<>();
        do {
            long start = System.nanoTime();
            ask(query, variables).statusCode(oneOf(200, 400, 413)).body(not(emptyOrNullString()));
            times.add(System.nanoTime() - start);
        } while (times.size() < TRIES && Collections.min(times) > SECOND);
        assertTrue(Collections.min(times) < SECOND, () -> "nanoseconds: " + times);
    }

    private static String many(int number, IntFunction<String> part) {
        return IntStream.range(0, number).mapToObj(part).collect(joining(" ", " ", " "));
    }

    private static String operations(int number, int fields) {
        return many(number, i -> "query Q" + i + " { ...F }") + "fragment F on Query { catalogue {"
                + " revision".repeat(fields) + "} }";
    }

    private static String variables(int number) {
        return "query (" + many(number, i -> "$v" + i + ": Boolean = true") + ") { catalogue {"
                + many(number, i -> "revision @skip(if: $v" + i + ")") + "} }";
    }

    private static String bomb(String body) {
        return "{ brand(slug: \"b\") { ...F0 } }"
                + many(19, i -> "fragment F" + i + " on Brand { " + String.format(body, i + 1) + " }")
                + "fragment F19 on Brand { name }";
    }

    private static String chain(int length) {
        return "{ ...F0 }" + many(length, i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " }") + "fragment F"
                + length + " on Query { __typename }";
    }

    private static String deepChain(int length, int depth) {
        return "{ ...F0 }"
                + many(
                        length,
                        i -> "fragment F" + i + " on Query " + "{ ...".repeat(depth) + "{ ...F" + (i + 1) + " }"
                                + "}".repeat(depth))
                + "fragment F" + length + " on Query { __typename }";
    }

    private static String web(int number) {
        return "{ ...F0 }"
                + many(
                        number,
                        i -> "fragment F" + i + " on Query { __typename"
                                + many(number - i - 1, j -> "...F" + (i + j + 1)) + "}");
    }

    private static String clique(int number) {
        return "{ ...F0 }" + many(number, i -> "fragment F" + i + " on Query {" + many(number, j -> "...F" + j) + "}");
    }

    /** Which fields merge at a path depends on the whole path, as the states of an automaton do on a text. */
    private static String subsets(int levels) {
        String bits = many(
                levels,
                level -> many(
                        level + 1,
                        bit -> "fragment F" + level + "x" + bit + " on Brand { " + step("parent", level, bit, false)
                                + step("b: parent", level, bit, bit == level) + "}"));
        return "{ brand(slug: \"b\") { ...F0x0 } }" + bits
                + many(levels + 1, bit -> "fragment F" + levels + "x" + bit + " on Brand { name }");
    }

    private static String step(String field, int level, int bit, boolean marks) {
        return field + " { ...F" + (level + 1) + "x" + bit + (marks ? " ...F" + (level + 1) + "x" + (level + 1) : "")
                + " } ";
    }

    private static String conflicts() {
        return "{ brand(slug: \"b\") {" + many(1_000, i -> "devices(first: " + i + ") { totalCount }") + "} }";
    }

    private static Map<String, Object> deep(int levels) {
        Map<String, Object> filter = Map.of();
        for (int level = 0; level < levels; level++) {
            filter = Map.of("not", filter);
        }
        return filter;
    }
}
