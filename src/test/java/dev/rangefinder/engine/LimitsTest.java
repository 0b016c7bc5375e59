package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.query;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** An operation that exceeds a limit is rejected. */
@QuarkusTest
class LimitsTest {

    @Test
    void standardIntrospectionQueryIsAnswered() {
        query(IntrospectionQuery.INTROSPECTION_QUERY)
                .body("errors", nullValue())
                .body("data.__schema.queryType.name", is("Query"));
    }

    @Test
    void recursiveIntrospectionIsRejected() {
        assertRejected(
                query("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
                containsString("good faith"));
    }

    @Test
    void repeatedIntrospectionIsRejected() {
        assertRejected(
                query("{ a: __schema { description } b: __schema { description } }"), containsString("good faith"));
    }

    @Test
    void depthIsLimited() {
        query(nested(20)).body("errors", nullValue());
        assertRejected(query(nested(21)), is("The document has 21 levels of nested fields; the limit is 20."));
    }

    @Test
    void depthInsideFragmentsIsLimited() {
        assertRejected(
                query("{ brand(slug: \"b\") { ...F } } fragment F on Brand " + parents(20)),
                is("The document has 21 levels of nested fields; the limit is 20."));
    }

    @Test
    void tokensAreLimited() {
        assertRejected(query("{" + " a".repeat(15_000) + "}"), containsString("15,000"));
    }

    @Test
    void aliasesAreLimited() {
        query("{ catalogue {" + many(200, i -> "a" + i + ": revision") + "} }").body("errors", nullValue());
        assertRejected(
                query("{ catalogue {" + many(201, i -> "a" + i + ": revision") + "} }"),
                is("The document has 201 aliases; the limit is 200."));
    }

    @Test
    void directivesAreLimited() {
        assertRejected(
                query("{ catalogue {" + many(101, i -> "revision @skip(if: false)") + "} }"),
                is("The document has 101 directives; the limit is 100."));
    }

    @Test
    void fragmentsAreLimited() {
        assertRejected(
                query("{ ...F0 }" + many(101, i -> "fragment F" + i + " on Query { __typename ...F" + (i + 1) + " }")),
                is("The document has 101 fragments; the limit is 100."));
    }

    @Test
    void rootFieldsAreLimited() {
        assertRejected(
                query("{" + many(51, i -> "a" + i + ": catalogue { revision }") + "}"),
                is("The document has 51 root fields; the limit is 50."));
    }

    @Test
    void rootFieldsInsideFragmentsAreLimited() {
        assertRejected(
                query("{ ...F } fragment F on Query { ... {" + many(51, i -> "a" + i + ": catalogue { revision }")
                        + "} }"),
                is("The document has 51 root fields; the limit is 50."));
    }

    @Test
    void partsOfAllOperationsAreLimitedAfterFragmentExpansion() {
        assertRejected(
                query(many(101, i -> "query Q" + i + " { brand(slug: \"b\") { ...F } }") + " fragment F on Brand {"
                        + " name".repeat(100) + "}"),
                containsString("parts; the limit is 10000."));
    }

    @Test
    void nestedSelectionsAreLimited() {
        String deep = " { ...".repeat(60) + " { __typename }" + " }".repeat(60);
        query("{ ...F } fragment F on Query" + deep).body("errors", nullValue());
        assertRejected(
                query("{ ...F ...G } fragment F on Query" + deep + " fragment G on Query"
                        + deep.replace("__typename", "...F")),
                containsString("nested selection sets; the limit is 100."));
    }

    @Test
    void valuesOfVariablesAreLimited() {
        String query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        assertRejected(
                query(query, Map.of("ids", Collections.nCopies(10_000, "x"))),
                containsString("too many values: the limit is 10000"));
    }

    @Test
    void excessiveEstimateIsRejectedWithItsLargestList() {
        assertRejected(
                query(
                        "{ brands(first: 100) { nodes { ds: devices(first: 100) { nodes { launches(first: 100) { nodes { device {"
                                + " claims(first: 100) { nodes { standing } } } } } } } } } }"),
                is("The operation may cost 103020206; the limit is 10000000. Its largest list is"
                        + " `brands.nodes.ds.nodes.launches.nodes.device.claims`, with up to 100000000 objects."
                        + " Request fewer with `first`."));
    }

    @Test
    void pageSizesInVariablesMultiply() {
        String query =
                "query ($n: Int) { brands(first: $n) { nodes { devices(first: $n) { nodes { claims(first: $n) { nodes {"
                        + " citation { claims(first: $n) { nodes { value } } } } } } } } } }";
        assertRejected(query(query, Map.of("n", 99)), containsString("the limit is 10000000."));
        query(query, Map.of("n", 4)).body("errors", nullValue());
    }

    @Test
    void estimateDoesNotOverflow() {
        String deep = "{ brands(first: 100) { nodes { devices(first: 100) { nodes { launches(first: 100) { nodes {"
                + " market { launches(first: 100) { nodes { claims(first: 100) { nodes {"
                + " citation { claims(first: 100) { nodes { "
                + many(30, i -> "a" + i + ": citation { key }")
                + "}".repeat(15);
        assertRejected(query(deep), containsString("may cost 1000000000000; the limit is 10000000."));
    }

    private static void assertRejected(ValidatableResponse response, Matcher<String> message) {
        response.body("data", nullValue())
                .body("errors.extensions.code", hasItem("DOCUMENT_TOO_COMPLEX"))
                .body("errors.message", hasItem(message));
    }

    static String nested(int levels) {
        return "{ brand(slug: \"b\") " + parents(levels - 1) + " }";
    }

    private static String parents(int levels) {
        return "{ parent ".repeat(levels - 1) + "{ name }" + " }".repeat(levels - 1);
    }

    static String traversal(int brands, int devices, int launches) {
        return "{ brands(first: " + brands + ") { nodes { devices(first: " + devices + ") { nodes { launches(first: "
                + launches + ") { nodes { status } } } } } } }";
    }

    private static String many(int number, IntFunction<String> part) {
        return IntStream.range(0, number).mapToObj(part).collect(joining(" ", " ", " "));
    }
}
