package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import dev.rangefinder.http.GraphiQLBrowser;
import dev.rangefinder.http.NodeProject;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dev mode as a newcomer uses it. Each test restores the project. */
@Tag("faults")
@Tag(NodeProject.TAG)
@Timeout(400)
class DevModeIT {

    private static final Path BRANDS = Path.of("src/main/java/dev/rangefinder/brand/BrandApi.java");
    private static final Path FOUNDING = Path.of("src/main/resources/catalogue/founding.yaml");
    private static final String DESCRIPTION = "The brand with the given slug. Null if it does not exist.";
    private static final String LAST_LINE = "Schema: ";

    @TempDir
    static Path project;

    private static DevMode devMode;
    private static URI graphQL;
    private static List<String> firstLines;

    @BeforeAll
    static void start() throws Exception {
        devMode = new DevMode(project, FreePort.find(), FreePort.find());
        devMode.awaitOutput(LAST_LINE);
        graphQL = devMode.resolve("/graphql");
        firstLines = devMode.output().lines().toList();
    }

    @AfterAll
    static void stop() {
        devMode.close();
    }

    @Test
    void startupEndsWithTheAddresses() {
        List<String> last = firstLines.stream()
                .filter(line -> !line.isBlank())
                .skip(firstLines.stream().filter(line -> !line.isBlank()).count() - 4)
                .toList();

        assertTrue(last.get(0).endsWith("GraphQL:  " + graphQL), last::toString);
        assertTrue(last.get(1).endsWith("GraphiQL: " + devMode.resolve("/q/graphql-ui/")), last::toString);
        assertTrue(last.get(2).endsWith("Tokens:   " + devMode.resolve("/q/token?roles=editor")), last::toString);
        assertTrue(last.get(3).endsWith("Schema:   " + devMode.resolve("/graphql/schema.graphql")), last::toString);
    }

    @Test
    void startupLogsNoWarnings() {
        assertEquals(
                List.of(),
                firstLines.stream()
                        .filter(line -> line.matches(".*( WARN |\\[WARNING]| ERROR |unrecommended).*"))
                        .toList());
    }

    @Test
    void tokenOfDevModeIsAccepted() throws Exception {
        String token = token("editor,admin");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(graphQL + "?query=%7B__typename%7D"));
        HttpClient client = HttpClient.newHttpClient();

        assertEquals(
                200,
                client.send(request.header("authorization", "Bearer " + token).build(), BodyHandlers.discarding())
                        .statusCode());
        assertEquals(
                401,
                client.send(
                                request.setHeader("authorization", "Bearer " + token + "A")
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode());
        assertEquals("The roles are: editor, admin\n", get("/q/token?roles=owner"));
        assertTrue(get("/.well-known/openid-configuration").contains("/.well-known/jwks.json"));
        assertTrue(get("/.well-known/jwks.json").contains("\"kty\":\"RSA\""));
        assertFalse(get("/.well-known/jwks.json").contains("\"d\":"));
    }

    @Test
    void commandOfTheTokenPageChangesTheCatalogue() throws Exception {
        String command = get("/q/token").lines().skip(2).collect(Collectors.joining("\n"));
        assertTrue(command.startsWith("curl "), command);
        Process curl = new ProcessBuilder("sh", "-c", command + " -s").start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(
                "{\"data\":{\"registerBrand\":{\"brand\":{\"slug\":\"my-brand\",\"standing\":\"REPORTED\"},\"errors\":[]}}}",
                answer);
    }

    private static String token(String roles) throws Exception {
        return get("/q/token?roles=" + roles).lines().findFirst().orElseThrow();
    }

    private static String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(devMode.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void graphiQLWorksInsideDevUi() throws Exception {
        GraphiQLBrowser.assertThatItWorks(
                devMode.resolve("/q/dev-ui/extensions"), "Bearer " + token("editor"), "GraphiQL inside Dev UI");
    }

    @Test
    void codeChangesAreVisibleWithoutARestart() throws Exception {
        assertEquals(DESCRIPTION, description());
        devMode.edit(BRANDS, DESCRIPTION, "Changed.");
        await().ignoreExceptions().until(() -> "Changed.".equals(description()));
        assertEquals("Leica", nameOf("leica"));

        devMode.edit(BRANDS, "Changed.", DESCRIPTION);
        await().ignoreExceptions().until(() -> DESCRIPTION.equals(description()));
    }

    @Test
    void editedFoundingCatalogueIsReloaded() throws Exception {
        devMode.edit(FOUNDING, "name: Hasselblad,", "name: Hassel,");
        await().ignoreExceptions().until(() -> "Hassel".equals(nameOf("hasselblad")));

        String both = "brands: [leica, xiaomi]\n    partnerships: [leica-xiaomi]";
        String one = "brands: [leica]\n    partnerships: [leica-xiaomi]";
        devMode.edit(FOUNDING, both, one);
        await().ignoreExceptions().until(() -> "1".equals(brandsOfVisit()));
        devMode.edit(FOUNDING, one, both);
        await().ignoreExceptions().until(() -> "2".equals(brandsOfVisit()));

        String mistake = ".nmae (line 169): is an unknown key";
        devMode.edit(FOUNDING, "name: Hassel,", "nmae: Hassel,");
        await().until(() -> query(graphQL, "{__typename}").status() == 500);
        Reply broken = query(graphQL, "{__typename}");
        assertTrue(broken.response().body().contains(mistake), broken::toString);
        assertTrue(devMode.output().contains(mistake), devMode::output);

        devMode.edit(FOUNDING, "nmae: Hassel,", "name: Hasselblad,");
        await().ignoreExceptions().until(() -> "Hasselblad".equals(nameOf("hasselblad")));
        assertEquals("14", query(graphQL, "{brands {totalCount}}").json().getString("data.brands.totalCount"));
    }

    @Test
    void originsOfOtherLocalPortsAreAllowed() throws Exception {
        String page = "http://localhost:5173";
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest preflight = HttpRequest.newBuilder(graphQL)
                .method("OPTIONS", BodyPublishers.noBody())
                .headers("origin", page, "access-control-request-method", "POST")
                .build();
        WebSocket socket = client.newWebSocketBuilder()
                .header("origin", page)
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws" + graphQL.toString().substring(4)), new WebSocket.Listener() {})
                .get(30, TimeUnit.SECONDS);

        assertEquals(
                page,
                client.send(preflight, BodyHandlers.discarding())
                        .headers()
                        .firstValue("access-control-allow-origin")
                        .orElse(""));
        assertEquals("graphql-transport-ws", socket.getSubprotocol());
        socket.abort();
    }

    @Test
    void portInUseIsReportedBeforePostgreSqlStarts(@TempDir Path another) throws Exception {
        int port = FreePort.find();
        try (ServerSocket taken = new ServerSocket(port);
                DevMode failing = new DevMode(another, taken.getLocalPort(), FreePort.find())) {
            failing.awaitOutput("to restart");

            assertTrue(
                    failing.output()
                            .lines()
                            .anyMatch(line ->
                                    line.startsWith("quarkus.http.port: ") && line.contains(Integer.toString(port))),
                    failing::output);
            assertFalse(failing.output().contains("\tat "), failing::output);
            assertFalse(failing.processes().toString().contains("postgres"), failing.processes()::toString);
        }
    }

    private static String nameOf(String slug) throws Exception {
        return query(graphQL, "{brand(slug: \"" + slug + "\") {name}}").json().getString("data.brand.name");
    }

    private static String brandsOfVisit() throws Exception {
        return query(graphQL, "{event(slug: \"wetzlar-visit\") {brands {totalCount}}}")
                .json()
                .getString("data.event.brands.totalCount");
    }

    private static String description() throws Exception {
        return query(graphQL, "{__type(name: \"Query\") {fields {name description}}}")
                .json()
                .getString("data.__type.fields.find {it.name == 'brand'}.description");
    }
}
