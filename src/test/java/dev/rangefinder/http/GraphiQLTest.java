package dev.rangefinder.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import dev.rangefinder.serving.ContentCoding;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphiQL. Needs Node.js, and Chromium, Chrome or Edge. */
@QuarkusTest
@Tag(NodeProject.TAG)
class GraphiQLTest {

    @TestHTTPResource(GraphiQLRoute.PATH)
    URI page;

    @Test
    void userReadsTheDocumentationCompletesFieldsRunsQueriesAndSetsHeaders() throws Exception {
        AccessToken token = IdentityResource.token().with(Role.EDITOR).expiringIn(Duration.ofMinutes(5));
        GraphiQLBrowser.assertThatItWorks(page, token.header(), "GraphiQL in a browser");
    }

    @Test
    void phonesStackTheQueryAndItsResult() throws Exception {
        GraphiQLBrowser.assertThatPhonesStackQueryAndResult(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "index.html", "page.js", "page.css", "graphiql.min.js", "graphiql.min.css"})
    void contentSecurityPolicyAllowsNoOtherHost(String file) {
        Response response = RestAssured.get(page.resolve(file));
        String policy = response.header("Content-Security-Policy");

        assertEquals(200, response.statusCode());
        assertTrue(
                policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "), policy);
        assertTrue(policy.contains("connect-src 'self'; "), policy);
        assertFalse(policy.contains("http"), policy);
        assertEquals("nosniff", response.header("X-Content-Type-Options"));
    }

    @Test
    void framingByOtherPagesIsForbidden() {
        Response response = RestAssured.get(page);

        assertTrue(response.header("Content-Security-Policy").endsWith("; frame-ancestors 'none'"));
        assertEquals("DENY", response.header("X-Frame-Options"));
    }

    @Test
    void pathWithoutTrailingSlashIsRedirected() {
        Response response = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(page.resolve("/q/graphql-ui?query=a%20b"));

        assertEquals(302, response.statusCode());
        assertEquals("graphql-ui/?query=a%20b", response.header("Location"));
    }

    @ParameterizedTest
    @EnumSource
    void librariesAreCompressedForClientsThatAcceptGzip(HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(version).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve("graphiql.min.js"));
        HttpResponse<byte[]> plain = client.send(request.build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> compressed =
                client.send(request.header("accept-encoding", "gzip").build(), BodyHandlers.ofByteArray());

        assertEquals("", plain.headers().firstValue("content-encoding").orElse(""));
        assertEquals("gzip", compressed.headers().firstValue("content-encoding").orElseThrow());
        assertEquals(version, compressed.version());
        assertTrue(compressed.body().length < plain.body().length / 4);
        assertArrayEquals(plain.body(), ContentCoding.GZIP.decode(compressed.body(), 8 << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"render.js", "style.css", "nonsense", "graphiql.min.js.gz", ".gz", "..", "%2e%2e/page.js/"})
    void otherFilesAreNotFound(String file) {
        assertEquals(404, given().urlEncodingEnabled(false).get(page + file).statusCode());
    }
}
