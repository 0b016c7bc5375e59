package dev.rangefinder.federation;

import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.NodeProject;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service in a supergraph, next to a subgraph of reviews: Apollo's composition and gateway. Needs Node.js. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
@Tag(NodeProject.TAG)
class SupergraphTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("maker").save();
    private final String one = data.device("one", brand).save().name();
    private final String other = data.device("other", brand).save().name();

    @BeforeEach
    void install() throws Exception {
        NodeProject.prepare();
    }

    /** Executes an operation, with a review of the first device, of one that does not exist, and of the second device. */
    private JsonNode execute(String operation) throws Exception {
        JsonNode report =
                json(NodeProject.node("supergraph.mjs", endpoint.toString(), one, "no-device", other, operation));
        assertEquals(json("[]"), report.get("errors"));
        assertEquals(json("[]"), report.get("hints"));
        return report;
    }

    @Test
    void entitiesOfAnotherSubgraphAreCompletedByOneRequest() throws Exception {
        JsonNode report = execute("{ reviews { edges { node { text device { slug name brand { slug } } } } } }");
        assertEquals(json("""
                        {reviews: {edges: [
                          {node: {text: 'About %1$s', device: {slug: '%1$s', name: 'one', brand: {slug: '%3$s'}}}},
                          {node: {text: 'About no-device', device: null}},
                          {node: {text: 'About %2$s', device: {slug: '%2$s', name: 'other', brand: {slug: '%3$s'}}}}]}}
                        """.formatted(one, other, brand.name())), report.at("/result/data"));
        assertEquals(1, report.get("requests").size(), report::toPrettyString);
    }

    @Test
    void anotherSubgraphExtendsDevices() throws Exception {
        JsonNode report = execute(
                "{ brand(slug: \"%s\") { devices(orderBy: {field: SLUG}) { nodes { name reviews { text } } } } }"
                        .formatted(brand.name()));
        assertEquals(json("""
                        {brand: {devices: {nodes: [
                          {name: 'one', reviews: [{text: 'About %s'}]},
                          {name: 'other', reviews: [{text: 'About %s'}]}]}}}
                        """.formatted(one, other)), report.at("/result/data"));
    }
}
