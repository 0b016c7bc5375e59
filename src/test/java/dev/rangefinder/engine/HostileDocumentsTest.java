package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.answer;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CpuTime;
import dev.rangefinder.ManagementPortResource.Management;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are built to overload the service are answered cheaply; most of them are rejected. */
@QuarkusTest
class HostileDocumentsTest {

    /** CPU time: five times the maximum of any of them in a JVM that had just started. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String TOO_COMPLEX = "DOCUMENT_TOO_COMPLEX";
    private static final String INVALID = "GRAPHQL_VALIDATION_FAILED";
    private static final String ANSWERED = "answered";

    @Management
    URI management;

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(
                        "ten thousand aliases",
                        TOO_COMPLEX,
                        "{ catalogue {" + many(10_000, i -> "a" + i + ": revision") + "} }"),
                Arguments.of(
                        "the same field ten thousand times",
                        ANSWERED,
                        "{ catalogue {" + " revision".repeat(9_900) + "} }"),
                Arguments.of("ten thousand unknown fields", TOO_COMPLEX, "{" + many(10_000, i -> "a" + i) + "}"),
                Arguments.of("three thousand operations", INVALID, "{ __typename }".repeat(3_000)),
                Arguments.of("two thousand operations of one fragment", TOO_COMPLEX, operations(2_000, 1_000)),
                Arguments.of("eighty operations of one fragment", "OPERATION_RESOLUTION_FAILURE", operations(80, 100)),
                Arguments.of("an operation of two thousand variables", TOO_COMPLEX, variables(2_000)),
                Arguments.of(
                        "fragments that double their selections under aliases",
                        TOO_COMPLEX,
                        bomb("a: parent { ...F%1$d } b: parent { ...F%1$d }")),
                Arguments.of("fragments that double themselves", TOO_COMPLEX, bomb("...F%1$d ...F%1$d")),
                Arguments.of(
                        "fragments that double themselves inline",
                        TOO_COMPLEX,
                        bomb("... { ...F%1$d } ... { ...F%1$d }")),
                Arguments.of(
                        "fragments that double merged fields",
                        TOO_COMPLEX,
                        bomb("parent { ...F%1$d } parent { ...F%1$d }")),
                Arguments.of("an interface inside itself", TOO_COMPLEX, nodes(4)),
                Arguments.of("an interface often inside itself", TOO_COMPLEX, nodes(6)),
                Arguments.of("a fragment that spreads itself", INVALID, "{ ...F } fragment F on Query { ...F }"),
                Arguments.of(
                        "fragments that spread each other",
                        INVALID,
                        "{ ...F } fragment F on Query { ...G ...G } fragment G on Query { ...F ...F catalogue { revision } }"),
                Arguments.of("a long chain of fragments", TOO_COMPLEX, chain(2_000)),
                Arguments.of("a chain of deep fragments", TOO_COMPLEX, deepChain(90, 60)),
                Arguments.of("a hundred fragments that spread all later ones", TOO_COMPLEX, web(100)),
                Arguments.of("a hundred fragments that spread each other", TOO_COMPLEX, clique(100)),
                Arguments.of(
                        "deep inline fragments", TOO_COMPLEX, "{ ...".repeat(120) + "{ __typename }" + "}".repeat(120)),
                Arguments.of(
                        "very deep inline fragments",
                        TOO_COMPLEX,
                        "{ ...".repeat(3_000) + "{ __typename }" + "}".repeat(3_000)),
                Arguments.of("fields that merge into distinct sets", ANSWERED, subsets(9)),
                Arguments.of("fields that merge into too many sets", TOO_COMPLEX, subsets(19)),
                Arguments.of("fields that conflict", INVALID, conflicts()),
                Arguments.of("400 kB of names", TOO_COMPLEX, "{" + " a".repeat(200_000) + "}"),
                Arguments.of("400 kB of commas", TOO_COMPLEX, "{" + ",".repeat(400_000) + "__typename }"),
                Arguments.of("400 kB of comments", TOO_COMPLEX, "{ #" + "a #".repeat(100_000) + "\n__typename }"),
                Arguments.of("400 kB of lines", TOO_COMPLEX, "{" + "\n#".repeat(120_000) + "\n__typename }"),
                Arguments.of(
                        "400 kB of text", TOO_COMPLEX, "{ brand(slug: \"" + "a".repeat(400_000) + "\") { name } }"),
                Arguments.of("400 kB of braces", TOO_COMPLEX, "{".repeat(400_000)),
                Arguments.of("400 kB of brackets", TOO_COMPLEX, "{ nodes(ids: " + "[".repeat(400_000)),
                Arguments.of("deep lists", INVALID, "{ nodes(ids: " + "[".repeat(150) + "]".repeat(150) + ") { id } }"),
                Arguments.of(
                        "deep filters",
                        ANSWERED,
                        "{ brands(filter: " + "{ not: ".repeat(80) + "{}" + "}".repeat(80) + ") { totalCount } }"),
                Arguments.of(
                        "long lists",
                        ANSWERED,
                        "{ brands(filter: { slug: { in: [" + "\"a\" ".repeat(9_000) + "] } }) { totalCount } }"),
                Arguments.of(
                        "many filters",
                        ANSWERED,
                        "{ brands(filter: { or: [" + "{ not: {} } ".repeat(1_500) + "] }) { totalCount } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void hostileDocumentIsAnsweredCheaply(String name, String outcome, String document) {
        assertEquals(outcome, outcome(document, Map.of()));
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                Arguments.of("deep filters", ANSWERED, deep(90)),
                Arguments.of("very deep filters", "MALFORMED_JSON", deep(900)),
                Arguments.of(
                        "many filters",
                        ANSWERED,
                        Map.of("or", Collections.nCopies(3_000, Map.of("slug", Map.of("eq", "a"))))),
                Arguments.of(
                        "very many filters",
                        TOO_COMPLEX,
                        Map.of("or", Collections.nCopies(20_000, Map.of("slug", Map.of("eq", "a"))))),
                Arguments.of("many empty filters", TOO_COMPLEX, Map.of("and", Collections.nCopies(100_000, Map.of()))),
                Arguments.of("long lists", TOO_COMPLEX, Map.of("slug", Map.of("in", Collections.nCopies(90_000, "a")))),
                Arguments.of("long texts", ANSWERED, Map.of("name", Map.of("contains", "%_\\".repeat(90_000)))),
                Arguments.of(
                        "unknown fields",
                        TOO_COMPLEX,
                        IntStream.range(0, 30_000).boxed().collect(toMap(i -> "a" + i, i -> i))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variables")
    void hostileVariablesAreAnsweredCheaply(String name, String outcome, Object filter) {
        String document = "query ($filter: BrandFilter) { brands(filter: $filter) { totalCount } }";
        assertEquals(outcome, outcome(document, Map.of("filter", filter)));
    }

    /** The code of the first error, or {@link #ANSWERED} without errors. */
    private String outcome(String document, Map<String, ?> variables) {
        JsonNode answer = new CpuTime(management).within(LIMIT, () -> answer(document, variables));
        return answer.at("/errors/0/extensions/code").asText(ANSWERED);
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

    private static String nodes(int depth) {
        return "{ brand(slug: \"leica\") {" + " history(first: 1) { nodes { node { id".repeat(depth)
                + " } } }".repeat(depth) + "} }";
    }

    private static String bomb(String body) {
        return "{ brand(slug: \"b\") { ...F0 } }"
                + many(45, i -> "fragment F" + i + " on Brand { " + String.format(body, i + 1) + " }")
                + "fragment F45 on Brand { name }";
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

    /**
     * The set of fields that merge at a path depends on the whole path, like the state of an automaton on its input.
     */
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
