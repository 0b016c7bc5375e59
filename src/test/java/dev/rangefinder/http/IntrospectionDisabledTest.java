package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RestrictedProfile.class)
class IntrospectionDisabledTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{__schema {types {name}}}",
                "{__type(name: \"Brand\") {name}}",
                "{a: __typename ... on Query {b: __schema {types {name}}}}",
                "{...Hidden} fragment Hidden on Query {__type(name: \"Brand\") {name}}"
            })
    void introspectionIsRejected(String document) {
        Reply reply = new Client(endpoint).query(document);

        assertEquals(422, reply.status());
        assertEquals("INTROSPECTION_DISABLED", reply.code());
    }

    @Test
    void typeNameIsStillAnswered() {
        assertEquals(200, new Client(endpoint).query("{__typename}").status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    brand   | {brnad {__typename}}
                    slug    | {brand(slug: "a", slgu: "a") {__typename}}
                    name    | {brand(slug: "a") {nmae}}
                    Brand   | {brand(slug: "a") {... on Brnad {__typename}}}
                    name    | {brands(filter: {nmae: {eq: "a"}}) {totalCount}}
                    NAME    | {brands(orderBy: {field: NMAE}) {totalCount}}
                    include | {... @inclued(if: true) {__typename}}
                    """)
    void misspeltNameGetsNoSuggestion(String name, String document) {
        Reply reply = new Client(endpoint).query(document);

        assertEquals(422, reply.status());
        assertFalse(reply.message().matches(".*(\\b" + name + "\\b|[Dd]id you mean).*"), reply.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql/schema.graphql", "/q/graphql-ui", "/q/graphql-ui/", "/q/graphql-ui/render.js"})
    void schemaAndGraphiQLAreNotFound(String path) {
        assertEquals(404, RestAssured.get(path).statusCode());
    }

    @Test
    void explorerHasNoLinkToGraphiQL() {
        assertTrue(RestAssured.get("/").asString().contains("name=\"graphiql\" content=\"\""));
    }
}
