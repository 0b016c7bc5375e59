package dev.rangefinder.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rangefinder.GraphQLClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaAccessTest {

    @Test
    void schemaIsServedAsSdl() {
        when().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/graphql"))
                .body(containsString("type Brand implements Named & Node"));
    }

    @Test
    void servedSchemaHasTheSpecificationsOfItsScalars() {
        String schema = when().get("/graphql/schema.graphql").asString();
        List<Map<String, String>> types = GraphQLClient.query("{__schema {types {name specifiedByURL}}}")
                .extract()
                .path("data.__schema.types.findAll {it.specifiedByURL}");

        assertFalse(types.isEmpty());
        types.forEach(type -> assertThat(
                schema,
                containsString(
                        "scalar " + type.get("name") + " @specifiedBy(url : \"" + type.get("specifiedByURL") + "\")")));
    }

    @Test
    void schemaCanBeIntrospected() {
        given().queryParam("query", "{__type(name: \"Brand\") {name}}")
                .when()
                .get("/graphql")
                .then()
                .body("data.__type.name", equalTo("Brand"));
    }
}
