package dev.rangefinder.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.NodeProject;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clients of graphql-ws and graphql-sse follow the feed. Needs Node.js. */
@QuarkusTest
@Tag(NodeProject.TAG)
@Timeout(240)
class FeedClientsTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    @Test
    void clientsContinueAfterTheLastCursor() throws Exception {
        StoredRow brand = data.brand("followed").save();
        int since = GraphQLClient.data("{catalogue {revision}}")
                .at("/catalogue/revision")
                .asInt();
        List<String> names = List.of("One", "Two", "Three");
        names.forEach(name -> data.rename(brand, name));
        List<String> expected = names.stream().map(name -> "REVISED " + name).toList();
        NodeProject.prepare();

        assertEquals(
                Map.of("socket", expected, "events", expected),
                JsonPath.from(NodeProject.node(
                                "feed.mjs", endpoint.toString(), brand.name(), Integer.toString(since), "3"))
                        .getMap("$"));
    }
}
