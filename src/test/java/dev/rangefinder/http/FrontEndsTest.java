package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The clients and tools of front-end developers, with the files of their page. Each script uses a client, and reports the parts
 * of the files that it has not executed. Needs Node.js.
 */
@QuarkusTest
@Tag(NodeProject.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontEndsTest {

    private static final String FRONT_ENDS = "front-ends";
    private static final Path DIRECTORY = NodeProject.DIRECTORY.resolve(FRONT_ENDS);

    @TestHTTPResource("/graphql")
    URI endpoint;

    @BeforeAll
    void generate() throws Exception {
        NodeProject.prepare();
        FrontEndsPage.write(DIRECTORY, endpoint);
        NodeProject.tool(FRONT_ENDS, DIRECTORY.resolve("schema.mjs").toString());
    }

    /** Runs a script for a brand with five devices, as an editor. */
    private static JsonPath run(String script) throws Exception {
        CatalogueData data = new CatalogueData();
        StoredRow brand = data.brand("front-end").save();
        for (String device : List.of("one", "two", "three", "four", "five")) {
            data.device(device, brand).save();
        }
        String token = IdentityResource.token()
                .with(Role.EDITOR)
                .expiringIn(Duration.ofMinutes(5))
                .toString();
        return report(script, brand.name(), token);
    }

    private static JsonPath report(String script, String... arguments) throws Exception {
        Stream<String> command = Stream.of(FRONT_ENDS + '/' + script);
        JsonPath report = JsonPath.from(
                NodeProject.node(Stream.concat(command, Stream.of(arguments)).toArray(String[]::new)));
        assertEquals(List.of(), report.getList("notExecuted"));
        return report;
    }

    @Test
    void apolloClientLoadsPagesByHashAndRenamesOptimistically() throws Exception {
        JsonPath seen = run("apollo.mjs");

        assertEquals(List.of(2, 4, 5), seen.getList("pages"));
        assertEquals(List.of("GET hash", "POST hash document", "GET hash", "GET hash"), seen.getList("reads"));
        assertEquals(List.of("Refused", "Renamed", "Stale", ""), seen.getList("optimistic"));
        assertEquals("Renamed", seen.getString("stored"));
        assertEquals(List.of("UNAUTHENTICATED"), seen.getList("unauthenticated.code"));
        assertEquals(List.of(), seen.getList("accepted"));
        assertEquals(List.of("STALE_VERSION"), seen.getList("stale.code"));
        assertEquals("Renamed", seen.getString("stale[0].current.name"));
        assertEquals(List.of("input", "name"), seen.getList("invalid[0].path"));
    }

    @Test
    void graphcacheKeepsAllTypesWithoutWarningsAndRenamesOptimistically() throws Exception {
        JsonPath seen = run("urql.mjs");

        assertEquals(List.of(2, 4, 5), seen.getList("pages"));
        assertEquals(List.of(), seen.getList("warnings"));
        assertEquals(List.of(), seen.getList("failures"));
        assertEquals(List.of(), seen.getList("unselected"));
        assertEquals(List.of(), seen.getList("accepted"));
        assertEquals(List.of("STALE_VERSION"), seen.getList("stale.code"));
        assertEquals(List.of("front-end", "Renamed", "Stale", "Renamed"), seen.getList("names"));
    }

    @Test
    void relayPagesRefetchesAndRenamesOptimistically() throws Exception {
        NodeProject.tool(FRONT_ENDS, "relay-compiler/cli.js", "relay.config.json");
        JsonPath seen = run("relay.mjs");

        assertEquals(List.of(2, 4, 5), seen.getList("pages"));
        assertEquals(1, seen.getInt("refetched"));
        assertEquals(List.of(), seen.getList("accepted"));
        assertEquals(List.of("STALE_VERSION"), seen.getList("stale.code"));
        assertEquals(List.of("Renamed", "Renamed", "Stale", "Renamed"), seen.getList("names"));
    }

    @Test
    void graphqlWsReadsAndChangesOnceItHasAToken() throws Exception {
        JsonPath seen = run("socket.mjs");

        assertEquals("UNAUTHENTICATED", seen.getString("refused"));
        assertEquals("Renamed", seen.getString("renamed.data.reviseBrand.brand.name"));
    }

    @Test
    void graphqlCodegenAndGqlTadaTypeOperationsAndScalars() throws Exception {
        NodeProject.tool(FRONT_ENDS, "@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts");
        NodeProject.tool(FRONT_ENDS, "gql.tada/bin/cli.js", "generate-output");
        NodeProject.tool(FRONT_ENDS, "typescript/bin/tsc", "--project", "tsconfig.test.json");
        JsonPath seen = report("typescript.mjs", "xiaomi-14", "leica");

        assertEquals("March 7, 2024: 75000 INR", seen.getString("firstLaunch"));
        assertEquals(
                List.of("Leica and Sharp", "Leica and Xiaomi"),
                seen.getList("partnerships.brand.partnerships.nodes.name").stream()
                        .sorted()
                        .toList());
        assertEquals(List.of("2022", "May 2022", "May 23, 2022"), seen.getList("dates"));
    }

    @Test
    void eachBlockOfThePageIsAFile() throws Exception {
        assertEquals(FrontEndsPage.blocks(), FrontEndsPage.files().size());
    }

    @Test
    void versionsOfThePageAreTheTestedOnes() throws Exception {
        Map<String, String> tested = JsonPath.from(
                        NodeProject.DIRECTORY.resolve("package.json").toFile())
                .getMap("devDependencies");
        Map<String, String> stated = FrontEndsPage.versions();
        tested.keySet().retainAll(stated.keySet());

        assertEquals(tested, stated);
    }
}
