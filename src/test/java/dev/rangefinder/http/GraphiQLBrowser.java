package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Uses GraphiQL in a browser by {@code src/test/node/graphiql.mjs}. */
public final class GraphiQLBrowser {

    private static final Path EXAMPLE = Path.of("src/main/resources/graphiql/example.graphql");
    private static final String UNAUTHENTICATED =
            "Failed to load resource: the server responded with a status of 401 (Unauthorized)";

    private GraphiQLBrowser() {}

    /**
     * Asserts that the documentation is shown, fields are completed, queries are run, headers change the answer, and the
     * browser reports no other errors.
     *
     * @param page the page of GraphiQL or Dev UI
     * @param authorization the header of an editor
     * @param test the name of the test that is skipped without a browser
     */
    public static void assertThatItWorks(URI page, String authorization, String test) throws Exception {
        assertVisible(Browser.run("graphiql.mjs", test, page.toString(), authorization));
    }

    /** Asserts that a phone shows the query above its result, both as wide as the page allows, and both on the screen. */
    static void assertThatPhonesStackQueryAndResult(URI page) throws Exception {
        JsonPath boxes = Browser.run("graphiql-layout.mjs", "GraphiQL on a phone", page.toString());
        float queryEnd = boxes.getFloat("query.y") + boxes.getFloat("query.height");
        float resultEnd = boxes.getFloat("result.y") + boxes.getFloat("result.height");

        assertTrue(boxes.getFloat("result.y") >= queryEnd, boxes::prettify);
        assertTrue(boxes.getFloat("query.width") > 280, boxes::prettify);
        assertTrue(boxes.getFloat("result.width") > 280, boxes::prettify);
        assertTrue(boxes.getFloat("result.height") > 280, boxes::prettify);
        assertTrue(resultEnd <= 844, boxes::prettify);
    }

    private static void assertVisible(JsonPath seen) throws Exception {
        assertEquals(List.of(UNAUTHENTICATED), seen.getList("complaints"));
        assertEquals(List.of(), seen.getList("foreign"), "requests to other hosts");

        assertEquals(Files.readString(EXAMPLE), seen.getString("example"));
        assertTrue(seen.getString("documentation").contains("The brand with the given slug"), seen::prettify);
        assertEquals("Leica", seen.getString("exampleAnswer.data.brand.name"));
        assertTrue(seen.getList("exampleAnswer.data.brand.partnerships.edges").size() > 1, seen::prettify);

        assertEquals("{ brands { totalCount}}", seen.getString("completed"));
        assertTrue(seen.getInt("answer.data.brands.totalCount") > 1, seen::prettify);
        assertEquals("UNAUTHENTICATED", seen.getString("refused.errors[0].extensions.code"));
        assertEquals("NotFound", seen.getString("permitted.data.reviseBrand.errors[0].__typename"));
        assertTrue(
                seen.getList("sent.type").stream().allMatch("application/json"::equals),
                () -> "A header set by the user must be sent once: " + seen.prettify());

        assertTrue(seen.getString("address").contains("query=mutation"), seen::prettify);
        assertFalse(seen.getString("address").contains("Bearer"), "Headers may be secret and must not be in the URL");
    }
}
