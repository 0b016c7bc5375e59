package dev.rangefinder.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaAccessTest {

    @Test
    void theSchemaCanBeRead() {
        when().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/graphql"))
                .body(containsString("type Brand implements Node"));
    }

    @Test
    void theSchemaCanBeIntrospected() {
        given().queryParam("query", "{__type(name: \"Brand\") {name}}")
                .when()
                .get("/graphql")
                .then()
                .body("data.__type.name", equalTo("Brand"));
    }

    @Test
    void graphiqlIsThereAndAsksOurEndpoint() {
        when().get("/q/graphql-ui/").then().statusCode(200).contentType(startsWith("text/html"));
        when().get("/q/graphql-ui/render.js").then().statusCode(200).body(containsString("'/graphql'"));
    }
}
