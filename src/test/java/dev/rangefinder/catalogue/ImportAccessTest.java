package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.identity.BadTokens;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Only administrators may import. */
@QuarkusTest
class ImportAccessTest {

    @TestHTTPResource("/import")
    URI endpoint;

    private HttpRequest.Builder dryRun() {
        return HttpRequest.newBuilder(URI.create(endpoint + "?dryRun=true"))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("citations: [{key: C8}]"));
    }

    private HttpRequest.Builder progress() {
        return HttpRequest.newBuilder(URI.create(endpoint + "/unknown"));
    }

    private static void assertRejected(int status, String code, String challenge, HttpRequest.Builder request) {
        HttpResponse<String> response = ImportRequest.send(request.build());
        assertEquals(status, response.statusCode());
        assertTrue(response.body().contains("\"code\":\"" + code + "\""), response.body());
        assertEquals(
                challenge, response.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    void callerWithoutATokenIsAskedForOne() {
        String challenge = "Bearer realm=\"rangefinder\"";
        assertRejected(401, "UNAUTHENTICATED", challenge, dryRun());
        assertRejected(401, "UNAUTHENTICATED", challenge, progress());
    }

    @Test
    void invalidTokenIsRejected() {
        String challenge = "Bearer realm=\"rangefinder\", error=\"invalid_token\"";
        assertRejected(401, "UNAUTHENTICATED", challenge, dryRun().header("Authorization", "Bearer none"));
        assertRejected(401, "UNAUTHENTICATED", challenge, progress().header("Authorization", "Bearer none"));
    }

    @Test
    void tokenLongerThanAHeaderIsRejected() {
        HttpRequest.Builder request = dryRun().version(HttpClient.Version.HTTP_1_1);
        assertRejected(431, "BAD_REQUEST", "", request.header("Authorization", BadTokens.tooLong()));
    }

    @Test
    void editorMayNotImport() {
        String editor = IdentityResource.token().with(Role.EDITOR).header();
        String challenge = "Bearer realm=\"rangefinder\", error=\"insufficient_scope\"";
        assertRejected(403, "FORBIDDEN", challenge, dryRun().header("Authorization", editor));
        assertRejected(403, "FORBIDDEN", challenge, progress().header("Authorization", editor));
    }

    @Test
    void administratorMayImport() {
        String administrator = ImportRequest.administrator();
        HttpRequest imports = dryRun().header("Authorization", administrator).build();
        assertEquals(200, ImportRequest.send(imports).statusCode());
        HttpRequest unknown = progress().header("Authorization", administrator).build();
        assertEquals(404, ImportRequest.send(unknown).statusCode());
    }
}
