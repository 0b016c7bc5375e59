package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static dev.rangefinder.http.Client.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of cached answers by clients. The tests pass with and without the answer cache of the service. */
@QuarkusTest
class CacheTest {

    private static final String ONE = "query One($slug: String!) { brand(slug: $slug) { name } }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("brand").save();
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    private Reply get(String... headers) {
        return client.get(
                "query=" + encode(ONE) + "&variables=" + encode("{\"slug\":\"" + brand.name() + "\"}"), headers);
    }

    private Reply postWith(String variables, String... headers) {
        return client.post("{\"query\":\"" + ONE + "\",\"variables\":" + variables + "}", headers);
    }

    private Reply post(String... headers) {
        return postWith("{\"slug\":\"" + brand.name() + "\"}", headers);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String tag(Reply reply) {
        assertTrue(reply.header("etag").matches("\"[A-Za-z0-9_-]{43}\""), () -> reply.header("etag"));
        return reply.header("etag");
    }

    private static void assertNotCacheable(Reply reply) {
        assertEquals("private, no-store", reply.header("cache-control"));
        assertEquals("", reply.header("etag"));
    }

    @Test
    void answerAsOfARevisionIsUnchangedWhenTheCatalogueChanges() {
        String revision = post().header("catalogue-revision");
        String document = "query @asOf(revision: " + revision + ") { brand(slug: \"" + brand.name() + "\") { name } }";
        Reply then = client.query(document);
        data.brand("other").save();

        assertEquals(
                304,
                client.get("query=" + encode(document), "if-none-match", tag(client.get("query=" + encode(document))))
                        .status());
        assertEquals(tag(then), tag(client.query(document)));
        assertEquals(then.response().body(), client.query(document).response().body());
        assertEquals(revision, client.query(document).header("catalogue-revision"));
    }

    @Test
    void answerHasAStrongTagAndMustBeRevalidated() {
        Reply reply = get();

        tag(reply);
        assertEquals("private, no-cache", reply.header("cache-control"));
        assertEquals(
                "accept, accept-encoding, authorization, origin, catalogue-revision-at-least", reply.header("vary"));
    }

    @Test
    void unchangedAnswerKeepsItsTag() {
        String first = tag(get());

        for (int i = 0; i < 3; i++) {
            Reply again = get();
            assertEquals(first, tag(again));
            assertEquals("brand", again.json().getString("data.brand.name"));
        }
    }

    @Test
    void matchingTagIsAnsweredWith304() {
        String tag = tag(get());
        Reply reply = get("if-none-match", tag);

        assertEquals(304, reply.status());
        assertEquals("", reply.response().body());
        assertEquals(tag, reply.header("etag"));
        assertEquals("private, no-cache", reply.header("cache-control"));
        assertEquals(
                "accept, accept-encoding, authorization, origin, catalogue-revision-at-least", reply.header("vary"));
        assertEquals("", reply.header("content-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "W/%s", "\"other\", %s", "W/\"a\",W/%s, \"b\"", ", ,\"a,b\"\t ,\t%s ,", "\"\",%s", "*"})
    void allFormsOfIfNoneMatchAreAccepted(String condition) {
        assertEquals(304, get("if-none-match", condition.formatted(tag(get()))).status());
    }

    @Test
    void conditionMaySpanSeveralHeaders() {
        String tag = tag(get());
        assertEquals(304, get("if-none-match", "\"a\"", "if-none-match", tag).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"other\"", "", "w/%s", "W/ %s", "\"a\"%s", "a%s", "%s\"", "\"a\" %s", "\"*\"", "*, \"a\""})
    void conditionThatDoesNotMatchReturnsTheWholeAnswer(String condition) {
        assertEquals(200, get("if-none-match", condition.formatted(tag(get()))).status());
    }

    @Test
    void answerToPostHasTheSameTag() {
        Reply first = post();
        assertEquals(tag(first), tag(get()));
        assertEquals(304, post("if-none-match", tag(first)).status());
    }

    @Test
    void everyAnswerHasTheIdOfItsOwnRequest() {
        get();
        assertEquals("one", get("x-request-id", "one").header("x-request-id"));
        assertEquals("two", get("x-request-id", "two").header("x-request-id"));
        assertEquals(
                "three",
                get("x-request-id", "three", "if-none-match", tag(get())).header("x-request-id"));
    }

    @Test
    void changeIsVisibleToTheNextRequest() {
        for (int i = 0; i < 20; i++) {
            String before = tag(get());
            data.rename(brand, "name " + i);
            Reply after = get("if-none-match", before);

            assertEquals(200, after.status());
            assertEquals("name " + i, after.json().getString("data.brand.name"));
            assertNotEquals(before, tag(after));
        }
    }

    @Test
    void tagDependsOnTheValuesOfVariablesButNotOnTheirOrder() {
        String slug = "\"slug\":\"" + brand.name() + '"';
        String tag = tag(postWith("{" + slug + ",\"a\":1}"));

        assertEquals(tag, tag(postWith("{\"a\" : 1, " + slug + "}")));
        assertNotEquals(tag, tag(postWith("{" + slug + ",\"a\":\"1\"}")));
        assertNotEquals(tag, tag(postWith("{" + slug + ",\"a\":null}")));
        assertNotEquals(tag, tag(postWith("{" + slug + ",\"a\":[1]}")));
        assertNotEquals(tag, tag(postWith("{" + slug + "}")));
    }

    @Test
    void eachOperationOfADocumentHasItsOwnTag() {
        String document = "\"query\":\"query A {a: __typename} query B {b: __typename}\"";
        Reply first = client.post("{" + document + ",\"operationName\":\"A\"}");
        Reply second = client.post("{" + document + ",\"operationName\":\"B\"}");

        assertNotEquals(tag(first), tag(second));
        assertEquals("{\"data\":{\"b\":\"Query\"}}", second.response().body());
    }

    @Test
    void eachMediaTypeHasItsOwnTag() {
        Reply json = get("accept", JSON);
        Reply graphql = get("accept", GRAPHQL_RESPONSE);

        assertNotEquals(tag(json), tag(graphql));
        assertEquals("application/json; charset=utf-8", json.header("content-type"));
        assertEquals("application/graphql-response+json; charset=utf-8", graphql.header("content-type"));
    }

    @Test
    void compressedAnswerHasItsOwnTag() throws Exception {
        String plain = tag(get());
        for (int i = 0; i < 2; i++) {
            HttpURLConnection connection =
                    (HttpURLConnection) get().response().uri().toURL().openConnection();
            connection.setRequestProperty("accept-encoding", "br, gzip;q=0.5");
            assertEquals("gzip", connection.getHeaderField("content-encoding"));
            assertNotEquals(plain, connection.getHeaderField("etag"));
            try (GZIPInputStream body = new GZIPInputStream(connection.getInputStream())) {
                assertEquals(get().response().body(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void answerIsNotCompressedForAnUnsupportedCoding() {
        assertEquals(
                get().response().body(),
                get("accept-encoding", "deflate").response().body());
        assertEquals(
                get().response().body(),
                get("accept-encoding", "gzip;q=0").response().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{nonsense}", "{node(id: 1) {id}}", "{node(id: 1) {id} __typename}"})
    void errorsAreNotCacheable(String document) {
        for (int i = 0; i < 2; i++) {
            assertNotCacheable(client.query(document));
            assertNotCacheable(client.query(document, "if-none-match", "*"));
        }
    }

    @Test
    void requestErrorIsNotCacheable() {
        assertNotCacheable(client.post("["));
        assertNotCacheable(client.send("PUT", BodyPublishers.noBody()));
    }

    @Test
    void answerWithItsCostIsNotCacheable() {
        get();
        Reply reply = client.post("{\"query\":\"" + ONE + "\",\"variables\":{\"slug\":\"" + brand.name()
                + "\"},\"extensions\":{\"cost\":true}}");

        assertNotCacheable(reply);
        assertEquals(1, reply.json().getInt("extensions.cost.nodes"));
    }
}
