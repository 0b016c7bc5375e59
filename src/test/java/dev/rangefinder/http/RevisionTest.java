package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers report their revision, and clients can require a least one. */
@QuarkusTest
class RevisionTest {

    private static final String REVISION = "catalogue-revision";
    private static final String AT_LEAST = "catalogue-revision-at-least";
    private static final long NEVER = 1_000_000_000_000L;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("brand").save();
    private final String document = "{brand(slug: \"" + brand.name() + "\") {name}}";
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void answerReportsTheRevisionFromWhichItWasRead() {
        long revision = Long.parseLong(client.query(document).header(REVISION));
        Reply repeated = client.query(document);
        assertEquals(revision, Long.parseLong(repeated.header(REVISION)));
        assertEquals(
                revision,
                Long.parseLong(client.query(document, "if-none-match", repeated.header("etag"))
                        .header(REVISION)));
        assertEquals(revision, client.query("{catalogue {revision}}").json().getLong("data.catalogue.revision"));

        data.rename(brand, "Another");
        assertEquals(revision + 1, Long.parseLong(client.query(document).header(REVISION)));
    }

    @Test
    void reachedRevisionIsAccepted() {
        String revision = client.query(document).header(REVISION);
        for (String known : new String[] {"0", "1", revision}) {
            assertEquals(200, client.query(document, AT_LEAST, known).status());
            assertEquals(
                    200, client.post(asExtension("{\"atLeast\":" + known + "}")).status());
        }
    }

    private String asExtension(String revision) {
        return "{\"query\":\"" + document.replace("\"", "\\\"") + "\",\"extensions\":{\"revision\":" + revision + "}}";
    }

    @Test
    void futureRevisionIsRejected() {
        for (int i = 0; i < 2; i++) { // the second time the document is cached
            assertNotReached(client.query(document, AT_LEAST, Long.toString(NEVER)));
            assertNotReached(client.query(document, AT_LEAST, Long.toString(NEVER), "accept", GRAPHQL_RESPONSE));
            assertNotReached(client.post(asExtension("{\"atLeast\":" + NEVER + "}")));
            assertNotReached(client.post(asExtension("{\"atLeast\":" + NEVER + "},\"cost\":true")));
            assertNotReached(client.get("query=" + encode(document), AT_LEAST, Long.toString(NEVER)));
            assertNotReached(client.get("query=" + encode(document) + "&extensions="
                    + encode("{\"revision\":{\"atLeast\":" + NEVER + "}}")));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertNotReached(Reply reply) {
        assertEquals(412, reply.status(), reply.response().body());
        assertEquals("REVISION_NOT_REACHED", reply.code());
        assertTrue(reply.message()
                .matches("The catalogue is at revision \\d+ and has not reached revision " + NEVER + " yet\\."));
        assertTrue(reply.json().getMap("$").containsKey("errors"));
        assertEquals(1, reply.json().getMap("$").size(), "there is no data");
    }

    @Test
    void greaterOfTwoRevisionsIsRequired() {
        assertNotReached(client.post(asExtension("{\"atLeast\":" + NEVER + "}"), AT_LEAST, "1"));
        assertNotReached(client.post(asExtension("{\"atLeast\":1}"), AT_LEAST, Long.toString(NEVER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "latest", "\"1\"", "0x1", "1,2", "99999999999999999999"})
    void malformedRevisionHeaderIsRejected(String value) {
        assertMalformed(client.query(document, AT_LEAST, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "{}",
                "null",
                "[]",
                "{\"atLeast\":-1}",
                "{\"atLeast\":1.0}",
                "{\"atLeast\":\"1\"}",
                "{\"atLeast\":null}",
                "{\"atLeast\":99999999999999999999}"
            })
    void malformedRevisionExtensionIsRejected(String value) {
        assertMalformed(client.post(asExtension(value)));
    }

    private static void assertMalformed(Reply reply) {
        assertEquals(400, reply.status(), reply.response().body());
        assertEquals("BAD_REQUEST", reply.code());
    }
}
