package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.serving.ContentCoding;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Runs the inherited tests against the packaged service, which serves the bundle itself. */
@QuarkusIntegrationTest
class ExplorerIT extends ExplorerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void bundleIsCompressedAndCachedForEver() throws Exception {
        HttpResponse<byte[]> html = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
        URI script = page.resolve(new String(html.body()).replaceFirst("(?s).*src=\"([^\"]*)\".*", "$1"));
        HttpRequest.Builder request = HttpRequest.newBuilder(script);
        HttpResponse<byte[]> plain = client.send(request.build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> compressed =
                client.send(request.header("accept-encoding", "gzip").build(), BodyHandlers.ofByteArray());

        assertEquals(
                "public, max-age=31536000, immutable",
                plain.headers().firstValue("cache-control").orElseThrow());
        assertEquals("gzip", compressed.headers().firstValue("content-encoding").orElseThrow());
        assertTrue(compressed.body().length < plain.body().length / 2);
        assertArrayEquals(plain.body(), ContentCoding.GZIP.decode(compressed.body(), 8 << 20));
    }
}
