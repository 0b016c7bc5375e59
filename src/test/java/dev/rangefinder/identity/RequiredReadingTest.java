package dev.rangefinder.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.LockedTable;
import dev.rangefinder.http.Browser;
import dev.rangefinder.http.NodeProject;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that only callers with an access token may read. */
@QuarkusTest
@TestProfile(RequiredReadingProfile.class)
@Timeout(60)
class RequiredReadingTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final CatalogueData data = new CatalogueData();
    private final String query = "{brand(slug: \"%s\") {name}}"
            .formatted(data.brand("guarded").with("name", "Guarded").save().name());

    @TestHTTPResource("/graphql")
    URI endpoint;

    private HttpResponse<String> get(String document, String... headers) throws IOException, InterruptedException {
        URI address = URI.create(endpoint + "?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static String token() {
        return IdentityResource.token().header();
    }

    @Test
    void callerWithATokenMayRead() throws Exception {
        HttpResponse<String> response = get(query, "authorization", token());

        assertEquals("{\"data\":{\"brand\":{\"name\":\"Guarded\"}}}", response.body());
        assertEquals(
                "private, no-cache",
                response.headers().firstValue("cache-control").orElse(""));
        assertTrue(
                List.of(response.headers().firstValue("vary").orElse("").split(", "))
                        .contains("authorization"),
                response.headers()::toString);
    }

    @Test
    void anonymousCallerIsAskedForAToken() throws Exception {
        for (String document : List.of(query, "{__typename}", "{__schema {queryType {name}}}", "{nonsense")) {
            HttpResponse<String> response = get(document);

            assertEquals(401, response.statusCode(), response::body);
            assertEquals(
                    "UNAUTHENTICATED",
                    GraphQLClient.json(response.body())
                            .at("/errors/0/extensions/code")
                            .asText());
            assertEquals(
                    "Bearer realm=\"rangefinder\"",
                    response.headers().firstValue("www-authenticate").orElse(""));
        }
    }

    @Test
    void cachedAnswerNeedsAToken() throws Exception {
        get(query, "authorization", token());
        try (LockedTable lock = new LockedTable("brand")) {
            assertEquals(200, get(query, "authorization", token()).statusCode());
            HttpResponse<String> anonymous = get(query);
            HttpResponse<String> invalid =
                    get(query, "authorization", BadTokens.all().get("expired"));

            assertEquals(List.of(401, 401), List.of(anonymous.statusCode(), invalid.statusCode()));
            assertFalse((anonymous.body() + invalid.body()).contains("Guarded"));
            lock.awaitWaiting(0);
        }
    }

    @Test
    void unchangedAnswerNeedsAToken() throws Exception {
        String tag = get(query, "authorization", token())
                .headers()
                .firstValue("etag")
                .orElseThrow();

        assertEquals(
                304, get(query, "if-none-match", tag, "authorization", token()).statusCode());
        assertEquals(401, get(query, "if-none-match", tag).statusCode());
        assertEquals(401, get(query, "if-none-match", "*").statusCode());
    }

    @Test
    void exportRequiresAToken() throws Exception {
        HttpRequest.Builder export = HttpRequest.newBuilder(endpoint.resolve("/export"));
        HttpResponse<String> anonymous = client.send(export.build(), BodyHandlers.ofString());
        assertEquals(401, anonymous.statusCode());
        assertEquals(
                "UNAUTHENTICATED",
                GraphQLClient.json(anonymous.body())
                        .at("/errors/0/extensions/code")
                        .asText());
        HttpResponse<String> identified =
                client.send(export.header("authorization", token()).build(), BodyHandlers.ofString());
        assertEquals(200, identified.statusCode());
        assertTrue(identified.body().startsWith("citations:"), identified::body);
    }

    @Test
    @Tag(NodeProject.TAG)
    void explorerAsksForATokenAndReadsWithIt() throws Exception {
        JsonPath seen = Browser.run(
                "explorer-token.mjs",
                "the explorer in a browser",
                endpoint.resolve("/").toString(),
                IdentityResource.token().toString());

        assertTrue(seen.getString("anonymous").startsWith("Sign in to read"), seen::prettify);
        assertTrue(seen.getString("refused").startsWith("Sign in to read"), seen::prettify);
        assertTrue(seen.getString("evidence").contains("Makes"), seen::prettify);
        assertFalse(seen.getString("address").contains("token"), "An address may be shared");
    }
}
