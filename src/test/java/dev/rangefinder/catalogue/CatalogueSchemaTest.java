package dev.rangefinder.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors can complete and check catalogue files by a JSON Schema, which the service serves. */
@QuarkusTest
class CatalogueSchemaTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private static List<Error> violations(String yaml) {
        String schema = given().get(CatalogueSchemaRoute.PATH).asString();
        Schema format = REGISTRY.getSchema(schema, InputFormat.JSON);
        return format.validate(yaml, InputFormat.YAML);
    }

    private static String founding() throws IOException {
        try (InputStream yaml = CatalogueSchemaTest.class.getResourceAsStream("/" + FoundingCatalogue.BUNDLED)) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void schemaIsServedAsJsonSchema() {
        given().get(CatalogueSchemaRoute.PATH)
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("'$schema'", equalTo("http://json-schema.org/draft-07/schema#"));
        given().head(CatalogueSchemaRoute.PATH).then().statusCode(200);
        given().post(CatalogueSchemaRoute.PATH).then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void schemaIsValidItself() throws IOException {
        Schema draft = REGISTRY.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertEquals(
                List.of(), draft.validate(given().get(CatalogueSchemaRoute.PATH).asString(), InputFormat.JSON));
    }

    @Test
    void foundingCatalogueIsValidAndNamesTheSchemaInItsHead() throws IOException {
        assertEquals(List.of(), violations(founding()));
        assertTrue(founding()
                .lines()
                .limit(2)
                .anyMatch(line -> line.startsWith("# yaml-language-server: $schema=http")
                        && line.endsWith(CatalogueSchemaRoute.PATH)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brands: {slug: a}",
                "brands: [{slug: a}]",
                "brands: [{slug: a, name: A, colour: red, claims: []}]",
                "brands: [{slug: A, name: A, claims: []}]",
                "brands: [{slug: a, name: A, makes: [LENSES], claims: []}]",
                "brands: [{slug: a, name: A, makes: [], claims: []}]",
                "brands: [{slug: a, name: A, claims: [{states: all}]}]",
                "brands: [{slug: a, name: A, claims: [{citation: C1, states: some}]}]",
                "brands: [{slug: a, name: A, claims: [{citation: C1, likelihood: SURE}]}]",
                "citations: [{key: C1, publishedOn: 22}, {key: C2, publishedOn: 2022-5}]",
                "figures: [{brands: [a], measure: SALES, unit: UNITS, peak: maybe, claims: []}]",
                "phones: []"
            })
    void brokenFileIsInvalid(String yaml) {
        assertTrue(!violations(yaml).isEmpty(), yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "citations: [{key: 10, title: 2022, publishedOn: 2022, author: true}]",
                "markets: [{code: 001, name: World, kind: REGION, claims: [{citation: C1}]}]",
                "events: [{slug: 华为, name: E, kind: VISIT, on: 2022-05-23, claims: [{citation: C1, states: [kind]}]}]"
            })
    void valuesThatAnEditorReadsAsNumbersAreValid(String yaml) {
        assertEquals(List.of(), violations(yaml));
    }
}
