package dev.rangefinder.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the explorer is served. {@link ExplorerBrowserIT} uses it. */
@QuarkusTest
class ExplorerTest {

    private static final Path EXPLORER = Path.of("src/main/resources/web/app");
    private static final Path DOCUMENTS = EXPLORER.resolve("documents");
    private static final Path FRAGMENTS = EXPLORER.resolve("fragments");
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(\\w+)");
    private static final String VARIABLES = """
            {"slug": "leica", "code": "IN", "key": "C0", "text": "Leica", "id": "%s"}""";

    @TestHTTPResource("/")
    URI page;

    @TestHTTPResource("/graphql")
    URI endpoint;

    /** The hashes that the page tells its script. */
    static Map<String, String> hashes(String html) {
        Map<String, String> hashes = new TreeMap<>();
        for (String entry : html.replaceFirst("(?s).*name=\"documents\" content=\"([^\"]*)\".*", "$1")
                .split("&")) {
            hashes.put(entry.split("=")[0], entry.split("=")[1]);
        }
        return hashes;
    }

    private String reference(String attribute) {
        return RestAssured.get(page)
                .asString()
                .replaceFirst("(?s).*" + attribute + "=\"(explorer/app-[^\"]*)\".*", "$1");
    }

    @Test
    void pageIsRevalidatedByItsEntityTag() {
        Response first = RestAssured.get(page);
        String tag = first.header("ETag");

        assertEquals(200, first.statusCode());
        assertEquals("text/html; charset=utf-8", first.contentType());
        assertEquals("no-cache", first.header("Cache-Control"));
        assertEquals(304, given().header("If-None-Match", tag).get(page).statusCode());
        assertEquals(
                200, given().header("If-None-Match", "W/\"other\"").get(page).statusCode());
    }

    @Test
    void contentSecurityPolicyAllowsNothingInlineAndNoOtherHost() {
        Response response = RestAssured.get(page);
        String policy = response.header("Content-Security-Policy");

        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'; "), policy);
        assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
        assertFalse(policy.matches(".*(unsafe|http|data:|\\*).*"), policy);
        assertEquals("nosniff", response.header("X-Content-Type-Options"));
        assertFalse(response.asString().matches("(?s).*(<script>|<style|style=| on[a-z]+=|//[a-z]).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src", "href"})
    void scriptAndStylesAreNamedByTheirHashes(String attribute) {
        String file = reference(attribute);

        assertTrue(file.matches("explorer/app-[0-9A-Z]{8}\\.(js|css)"), file);
        assertEquals(200, RestAssured.get(page.resolve(file)).statusCode());
        assertEquals(
                404, RestAssured.get(page.resolve("explorer/app-00000000.js")).statusCode());
    }

    @Test
    void headHasTheHeadersOfGet() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<byte[]> get = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> head = client.send(
                HttpRequest.newBuilder(page)
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());

        assertEquals(200, head.statusCode());
        assertEquals(get.headers().firstValue("etag"), head.headers().firstValue("etag"));
        assertEquals(
                get.body().length,
                head.headers().firstValueAsLong("content-length").orElseThrow());
    }

    @Test
    void otherMethodsAreNotAllowed() {
        Response response = RestAssured.post(page);

        assertEquals(405, response.statusCode());
        assertEquals("GET, HEAD", response.header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explorer/", "explorer/index.html", "explorer/app.js"})
    void otherFilesAreNotFound(String file) {
        assertEquals(404, given().urlEncodingEnabled(false).get(page + file).statusCode());
    }

    static List<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files.map(file -> file.getFileName().toString().replace(".graphql", ""))
                    .sorted()
                    .toList();
        }
    }

    /** A document, followed by the fragments that it spreads and does not define, in the order in which it spreads them. */
    static String text(String name) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(DOCUMENTS.resolve(name + ".graphql")));
        Set<String> spread = new HashSet<>();
        Matcher spreads = SPREAD.matcher(text);
        for (int from = 0; spreads.find(from); from = spreads.end()) {
            Path fragment = FRAGMENTS.resolve(spreads.group(1) + ".graphql");
            if (spread.add(spreads.group(1)) && Files.exists(fragment)) {
                text.append(Files.readString(fragment));
            }
        }
        return text.toString();
    }

    @Test
    void pageKnowsEveryDocument() throws Exception {
        assertEquals(
                documents(),
                List.copyOf(hashes(RestAssured.get(page).asString()).keySet()));
    }

    /** The subscription is followed in a browser. */
    static List<String> queries() throws IOException {
        return documents().stream().filter(name -> !name.equals("changed")).toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void documentIsExecutedByItsHash(String name) throws Exception {
        String brand = new Client(endpoint)
                .query("{brand(slug: \"leica\") {id}}")
                .json()
                .getString("data.brand.id");
        String text = text(name);
        String hash = hashes(RestAssured.get(page).asString()).get(name);
        Response response = given().queryParam("variables", VARIABLES.formatted(brand))
                .queryParam("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}")
                .get(endpoint);
        JsonPath answer = response.jsonPath();

        assertEquals(PersistedDocumentTest.hash(text), hash);
        assertNull(answer.get("errors"), response::asString);
        assertEquals(200, response.statusCode());
        assertTrue(response.header("ETag").length() > 2);
    }

    @Test
    void pageLinksToGraphiQLWhereThatIsServed() {
        assertTrue(RestAssured.get(page).asString().contains("name=\"graphiql\" content=\"q/graphql-ui/\""));
    }

    @Test
    void pageNeedsNoScriptToSayWhatItNeeds() {
        assertTrue(RestAssured.get(page).asString().contains("<noscript>The explorer needs JavaScript."));
    }
}
