package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.query;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directives that graphql-java defines and this service does not support are unknown. */
@QuarkusTest
class DirectiveTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    defer                              | {... @defer {__typename}}
                    defer                              | {...@defer(if: false) {__typename}}
                    defer                              | {...F @defer(label: "a")} fragment F on Query {__typename}
                    defer                              | {...F} fragment F on Query {... @defer {__typename}}
                    stream                             | {nodes(ids: []) @stream(initialCount: 1) {id}}
                    experimental_disableErrorPropagation | query @experimental_disableErrorPropagation {__typename}
                    """)
    void unsupportedDirectiveIsRejected(String name, String document) {
        query(document)
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("errors[0].message.contains(\"Unknown directive '" + name + "'\")", equalTo(true))
                .body("errors[0].locations[0].line", equalTo(1));
    }

    @Test
    void skipAndIncludeAreExecuted() {
        JsonNode data = data("{a: __typename @include(if: true) b: __typename @skip(if: true)}");

        assertEquals("{\"a\":\"Query\"}", data.toString());
    }

    @Test
    void nullLiteralForIncludeDeprecatedIsRejected() {
        assertEquals(
                "GRAPHQL_VALIDATION_FAILED",
                errorCode("{__type(name: \"Brand\") {fields(includeDeprecated: null) {name}}}"));
    }

    @ParameterizedTest
    @CsvSource({"Brand, fields", "BrandFilter, inputFields", "ProductKind, enumValues"})
    void nullVariableForIncludeDeprecatedIsRejected(String type, String parts) {
        String document =
                "query($all: Boolean) {__type(name: \"" + type + "\") {" + parts + "(includeDeprecated: $all) {name}}}";

        assertEquals("BAD_USER_INPUT", errorCode(document, Collections.singletonMap("all", null)));
        assertEquals(
                data(document.replace("(includeDeprecated: $all)", "").replace("($all: Boolean)", "")), data(document));
    }
}
