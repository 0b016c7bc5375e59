package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.DatabaseResource;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The manifests that Relay and Apollo generate from the served schema, in a service that executes only their
 * documents. Needs Node.js.
 */
@Tag("processes")
@QuarkusIntegrationTest
@Tag(NodeProject.TAG)
class TrustedToolsIT {

    @TestHTTPResource("/graphql/schema.graphql")
    URI schema;

    @BeforeEach
    void readSchema() throws Exception {
        NodeProject.prepare();
        Files.writeString(
                NodeProject.DIRECTORY.resolve("schema.graphql"),
                RestAssured.get(schema).asString());
    }

    private static ServiceProcess serviceTrusting(Path manifest) throws Exception {
        return ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                DatabaseResource.url(),
                "RANGEFINDER_DOCUMENTS_MANIFEST",
                manifest.toString(),
                "RANGEFINDER_DOCUMENTS_ONLY_TRUSTED",
                "true"));
    }

    private static URI endpoint(ServiceProcess service) {
        return service.graphQL();
    }

    @Test
    void documentsOfRelayAreExecutedByTheirIds() throws Exception {
        NodeProject.tool("relay", "relay-compiler/cli.js", "relay.config.json");
        Path manifest = NodeProject.DIRECTORY.resolve("relay").resolve("documents.json");
        Map<String, String> documents = JsonPath.from(manifest.toFile()).getMap("$");

        try (ServiceProcess service = serviceTrusting(manifest)) {
            Client client = new Client(endpoint(service));
            String first = idOf("query BrandsQuery", documents);
            Reply brands = client.post("{\"doc_id\":\"" + first + "\",\"variables\":{\"first\":1}}");
            String id = brands.json().getString("data.brands.nodes[0].id");
            String refetch = idOf("query BrandsRefetchQuery", documents);
            Reply again = client.post("{\"doc_id\":\"" + refetch + "\",\"variables\":{\"id\":\"" + id + "\"}}");

            assertEquals(
                    brands.json().getString("data.brands.nodes[0].name"),
                    again.json().getString("data.node.name"));
            assertEquals("DOCUMENT_NOT_TRUSTED", client.query("{__typename}").code());
        }
    }

    private static String idOf(String start, Map<String, String> documents) {
        return documents.entrySet().stream()
                .filter(document -> document.getValue().startsWith(start + '('))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void documentsOfApolloAreExecutedForItsClient() throws Exception {
        NodeProject.tool(
                "apollo",
                "@apollo/generate-persisted-query-manifest/cli.js",
                "--config",
                "persisted-query-manifest.config.json");
        Path manifest = NodeProject.DIRECTORY.resolve("apollo").resolve("documents.json");

        try (ServiceProcess service = serviceTrusting(manifest)) {
            JsonPath result = JsonPath.from(NodeProject.node(
                    "apollo-manifest.mjs",
                    endpoint(service).toString(),
                    manifest.toString(),
                    "apollo/queries.graphql"));

            assertTrue(result.getList("trusted.data.brands.nodes").size() > 0);
            assertEquals("DOCUMENT_NOT_TRUSTED", result.getString("other.code"));
        }
    }
}
