package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.query;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the GraphQL specification of September 2025 that graphql-java does not implement by itself. */
@QuarkusTest
class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Names a type.\" query It {__typename}",
                "\"\" query {__typename}",
                "\"\"\"\n  Names a type:\n  \\\"\"\" \\x {\n\"\"\"\nquery It {__typename}",
                "#comment \"\n\"😀, \\u{1F600} and \\uD83D\\uDE00\" query It {__typename}",
                "{...F} \"Of a query\" fragment F on Query {__typename}",
                "query {...F} \"\"\"Of a query\"\"\" fragment F on Query {...G} \"\" fragment G on Query {__typename}",
                "query (\"What\" $a: Boolean = false) {__typename @skip(if: $a)}",
                "query ($a: Boolean = false \"And what\" $b: Boolean = true) {__typename @skip(if: $a) @include(if: $b)}",
                "\"a\" query It(\"\"\"b\"\"\" $a: Boolean = false, \"c\" $b: Boolean! = true) {...F @skip(if: $a)}"
                        + " \"d\" fragment F on Query {__typename @include(if: $b)}"
            })
    void operationsFragmentsAndVariablesMayHaveDescriptions(String document) {
        assertEquals("{\"__typename\":\"Query\"}", data(document).toString());
    }

    @Test
    void textBeforeAVariableIsTheDefaultValueOfThePreviousOne() {
        String document = "query ($a: String! = \"Brand\" $b: Boolean!) {__type(name: $a) {name @include(if: $b)}}";

        assertEquals(
                "{\"__type\":{\"name\":\"Brand\"}}",
                data(document, Map.of("b", true)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Names a type.\" {__typename}",
                "\"a\" \"b\" query It {__typename}",
                "query \"a\" It {__typename}",
                "query \"a\" query {__typename}",
                "query It \"a\" {__typename}",
                "query It {\"a\" __typename}",
                "query It {__typename} \"a\"",
                "query (\"a\" \"b\" $a: Boolean = false) {__typename @skip(if: $a)}",
                "query ($a: \"a\" Boolean = false) {__typename @skip(if: $a)}",
                "query (\"a\") {__typename}",
                "query @skip(if: \"a\" $b: 1) {__typename}",
                "\"a\n\" query It {__typename}",
                "\"\\x\" query It {__typename}",
                "\"a query It {__typename}",
                "\"\"\"a query It {__typename}"
            })
    void descriptionElsewhereIsASyntaxError(String document) {
        assertRejected(document, "GRAPHQL_PARSE_FAILED");
    }

    @Test
    void errorsAfterADescriptionHaveTheirOriginalLocations() {
        query("\"\"\"\nA 😀\n\"\"\" query It(\"😀\" $a: Int) {\n  nothing(a: $a) }")
                .body("errors[0].locations[0].line", equalTo(4))
                .body("errors[0].locations[0].column", equalTo(3));
        query("\"\"\"\nA 😀\n\"\"\" query It(\"😀\" $a: Nothing) { __typename }")
                .body("errors[0].locations[0].line", equalTo(3))
                .body("errors[0].locations[0].column", equalTo(22));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\uD83D\\uDE00", "\\u{1F600}", "\\u{01F600}", "\\u0041", "\\u{41}", "😀", "\\n\\\"\\\\\\/"})
    void validEscapesAreAccepted(String text) {
        data("{__type(name: \"" + text + "\") {name}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u{D83D}\\u{DE00}",
                "\\uD83D\\u{DE00}",
                "\\u{D83D}\\uDE00",
                "\\u{d83d}",
                "\\uD83D",
                "\\uDE00",
                "\\uDE00\\uD83D",
                "\\uD83D\\uD83D",
                "\\uD83D x",
                "\\u{110000}",
                "\\u{}",
                "\\u{41",
                "\\u41",
                "\\x"
            })
    void invalidEscapesAreSyntaxErrors(String text) {
        assertRejected("{__type(name: \"" + text + "\") {name}}", "GRAPHQL_PARSE_FAILED")
                .body("errors[0].locations[0].line", equalTo(1))
                .body("errors[0].locations[0].column", equalTo(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineTerminatorsAreAccepted(String end) {
        String document = "#" + end + "{__type(name: \"\"\"" + end + "  Brand" + end + "  \"\"\") {name}}";

        assertEquals("{\"__type\":{\"name\":\"Brand\"}}", data(document).toString());
        query(document.replace("{name}", end + "{nothing}"))
                .body("errors[0].locations[0].line", equalTo(5))
                .body("errors[0].locations[0].column", equalTo(2));
    }

    @Test
    void orderOfInputFieldsIsIrrelevantToMerging() {
        String some = "brands(first: 1, filter: {name: {startsWith: \"a\", eq: \"b\"}, slug: {in: [\"c\", \"d\"]}})";
        String same = "brands(filter: {slug: {in: [\"c\", \"d\"]}, name: {eq: \"b\", startsWith: \"a\"}}, first: 1)";

        query("{" + some + " {totalCount} " + same + " {totalCount}}").body("errors", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brands(filter: {slug: {in: [\"d\", \"c\"]}}) {totalCount} brands(filter: {slug: {in: [\"c\", \"d\"]}}) {totalCount}",
                "brands(first: 1) {totalCount} brands(first: 2) {totalCount}",
                "brands(first: 1) {totalCount} brands {totalCount}",
                "a: __schema {types {name}} a: __schema {types {name: kind}}",
                "a: __typename a: __schema {description}",
                "node(id: 1) {... on Brand {a: name} ... on Device {a: id}}",
                "node(id: 1) {... on Brand {a: devices {totalCount}} ... on Device {a: name}}"
            })
    void differentFieldsUnderOneKeyConflict(String fields) {
        assertRejected("{" + fields + "}", "GRAPHQL_VALIDATION_FAILED").body("errors[0].locations.size()", is(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node(id: \"QnJhbmQ6MQ\") {... on Brand {a: name} ... on Device {a: slug}}",
                "node(id: \"QnJhbmQ6MQ\") {... on Brand {a: __typename} ... on Device {a: releasedOn}}",
                "__schema {types {fields {name} ... on __Type {fields {name}}}}",
                "__schema {directives {... on __Directive {args {name}} args {name}}}"
            })
    void equalOrExclusiveFieldsUnderOneKeyAreAccepted(String fields) {
        query("{" + fields + "}").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription {a}",
                "subscription {a @skip(if: true)}",
                "subscription {a @include(if: false)}",
                "subscription ($a: Boolean!) {a @skip(if: $a)}",
                "subscription {... @skip(if: true) {a}}",
                "subscription {...F @skip(if: true)} fragment F on Query {__typename}",
                "subscription {...F} fragment F on Subscription {a @skip(if: true)}",
                "subscription {...F}",
                "subscription {...F} fragment F on Nothing {...F}",
                "subscription {a b}",
                "subscription {__typename}",
                "subscription {__schema {description}}",
                "subscription {__typename @skip(if: true)}",
                "subscription A {a} subscription B {b @skip(if: true)}",
                "query A {__typename} subscription B {b @skip(if: true)}",
                "mutation {a}",
                "mutation {a @skip(if: true)}",
                "mutation {... @skip(if: true) {a}}",
                "{a @skip(if: true)}",
                "{... on Subscription @skip(if: true) {a}}"
            })
    void unknownMutationsAndSubscriptionsAreRejected(String document) {
        query(document)
                .statusCode(400)
                .body("data", nullValue())
                .body(
                        "errors[0].extensions.code",
                        anyOf(is("GRAPHQL_VALIDATION_FAILED"), is("OPERATION_NOT_SUPPORTED")));
    }

    @Test
    void conditionsMayExcludeAllFields() {
        String document =
                "query ($no: Boolean!) {__typename @skip(if: true) ... @include(if: $no) {catalogue {revision}}}";

        assertEquals("{}", data(document, Map.of("no", false)).toString());
    }

    private static ValidatableResponse assertRejected(String document, String code) {
        return query(document).statusCode(400).body("errors[0].extensions.code", equalTo(code));
    }
}
