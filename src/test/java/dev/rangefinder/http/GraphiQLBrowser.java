package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Uses GraphiQL in a browser by {@code src/test/node/graphiql.mjs}. */
public final class GraphiQLBrowser {

    private static final Path EXAMPLE = Path.of("src/main/resources/graphiql/example.graphql");
    private static final String TYPED_ID = "sent-by-a-browser";

    private GraphiQLBrowser() {}

    /**
     * Asserts that the documentation is shown, fields are completed, queries are run, headers are sent, and the
     * browser reports no errors.
     *
     * @param page the page of GraphiQL or Dev UI
     * @param test the name of the test that is skipped without a browser
     */
    public static void assertThatItWorks(URI page, String test) throws Exception {
        assertVisible(visit("graphiql.mjs", page, test));
    }

    /** Asserts that a phone shows the query above its result, both as wide as the page allows, and both on the screen. */
    static void assertThatPhonesStackQueryAndResult(URI page) throws Exception {
        JsonPath boxes = visit("graphiql-layout.mjs", page, "GraphiQL on a phone");
        float queryEnd = boxes.getFloat("query.y") + boxes.getFloat("query.height");
        float resultEnd = boxes.getFloat("result.y") + boxes.getFloat("result.height");

        assertTrue(boxes.getFloat("result.y") >= queryEnd, boxes::prettify);
        assertTrue(boxes.getFloat("query.width") > 280, boxes::prettify);
        assertTrue(boxes.getFloat("result.width") > 280, boxes::prettify);
        assertTrue(boxes.getFloat("result.height") > 280, boxes::prettify);
        assertTrue(resultEnd <= 844, boxes::prettify);
    }

    private static JsonPath visit(String script, URI page, String test) throws Exception {
        Optional<Path> browser = Browser.find();
        if (browser.isEmpty()) {
            System.err.println("No Chromium, Chrome or Edge was found: " + test + " is skipped");
        }
        assumeTrue(browser.isPresent(), "no browser");
        NodeProject.prepare();
        return JsonPath.from(NodeProject.node(script, browser.orElseThrow().toString(), page.toString()));
    }

    private static void assertVisible(JsonPath seen) throws Exception {
        assertEquals(List.of(), seen.getList("complaints"));
        assertEquals(List.of(), seen.getList("foreign"), "requests to other hosts");

        assertEquals(Files.readString(EXAMPLE), seen.getString("example"));
        assertTrue(seen.getString("documentation").contains("The brand with the given slug"), seen::prettify);
        assertEquals("Leica", seen.getString("exampleAnswer.data.brand.name"));
        assertTrue(seen.getList("exampleAnswer.data.brand.partnerships.edges").size() > 1, seen::prettify);

        assertEquals("{ brands { totalCount}}", seen.getString("completed"));
        assertTrue(seen.getInt("answer.data.brands.totalCount") > 1, seen::prettify);
        assertEquals(TYPED_ID, seen.getString("sent.last().id"));
        assertTrue(
                seen.getList("sent.type").stream().allMatch("application/json"::equals),
                () -> "A header set by the user must be sent once: " + seen.prettify());

        assertTrue(seen.getString("address").contains("query={+brands"), seen::prettify);
        assertFalse(seen.getString("address").contains(TYPED_ID), "Headers may be secret and must not be in the URL");
    }
}
