package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole catalogue can be downloaded as a file. */
@QuarkusTest
class ExportTest {

    @TestHTTPResource("/export")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    private HttpResponse<byte[]> request(String method, Version version, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint).version(version).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> get(String... headers) {
        return request("GET", Version.HTTP_1_1, headers);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void exportIsAFileWithAllRecords(Version version) {
        StoredRow brand = data.brand("brand").save();
        HttpResponse<byte[]> response = request("GET", version);
        assertEquals(200, response.statusCode());
        assertEquals("application/yaml", header(response, "content-type"));
        assertTrue(header(response, "etag").matches("\"[A-Za-z0-9_-]{43}\""), () -> header(response, "etag"));
        assertEquals("private, no-cache", header(response, "cache-control"));
        assertEquals("accept, accept-encoding", header(response, "vary"));
        assertEquals("nosniff", header(response, "x-content-type-options"));
        assertEquals(
                "attachment; filename=\"catalogue-" + header(response, "catalogue-revision") + ".yaml\"",
                header(response, "content-disposition"));
        assertTrue(text(response).startsWith("citations:\n"));
        assertTrue(text(response).contains("\n  - slug: \"" + brand.name() + "\"\n    name: \"brand\"\n"));
        assertTrue(text(response).contains("\nevents:\n"));
    }

    @Test
    void exportIsJsonLinesOnRequest() {
        HttpResponse<byte[]> response = get("accept", "application/jsonl");
        assertEquals("application/jsonl", header(response, "content-type"));
        assertTrue(header(response, "content-disposition").endsWith(".jsonl\""));
        List<String> lines = text(response).lines().toList();
        assertTrue(lines.get(0).startsWith("{\"citations\":[{\"key\":\""), lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("{\"brands\":[{\"slug\":\"leica\",")));
        assertTrue(lines.stream().allMatch(line -> line.endsWith("}]}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/yaml",
                "application/* | application/yaml",
                "application/jsonl, application/yaml | application/yaml",
                "application/yaml;q=0.5, application/jsonl | application/jsonl",
                "application/yaml;q=0, */* | application/jsonl",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | application/yaml"
            })
    void formatIsNegotiated(String accept, String mediaType) {
        HttpResponse<byte[]> response = request("HEAD", Version.HTTP_1_1, "accept", accept);
        assertEquals(mediaType, header(response, "content-type"));
    }

    @Test
    void exportIsCompressedOnRequest() throws IOException {
        HttpResponse<byte[]> compressed = get("accept-encoding", "gzip");
        HttpResponse<byte[]> plain = get();
        assertEquals("gzip", header(compressed, "content-encoding"));
        assertNotEquals(header(plain, "etag"), header(compressed, "etag"));
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertArrayEquals(plain.body(), content.readAllBytes());
        }
    }

    @Test
    void headHasTheHeadersOfGet() {
        HttpResponse<byte[]> head = request("HEAD", Version.HTTP_1_1);
        HttpResponse<byte[]> get = get();
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
        for (String name : List.of("etag", "content-type", "content-disposition", "catalogue-revision", "vary")) {
            assertEquals(header(get, name), header(head, name));
        }
    }

    @Test
    void unchangedExportIsNotSentAgain() {
        StoredRow brand = data.brand("brand").save();
        HttpResponse<byte[]> first = get();
        HttpResponse<byte[]> unchanged = get("if-none-match", header(first, "etag"));
        assertEquals(304, unchanged.statusCode());
        assertEquals(header(first, "etag"), header(unchanged, "etag"));
        assertEquals(0, unchanged.body().length);

        data.rename(brand, "Another");
        HttpResponse<byte[]> changed = get("if-none-match", header(first, "etag"));
        assertEquals(200, changed.statusCode());
        assertNotEquals(header(first, "etag"), header(changed, "etag"));
        assertNotEquals(header(first, "catalogue-revision"), header(changed, "catalogue-revision"));
        assertEquals(412, get("if-match", header(first, "etag")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/yaml;q=0"})
    void otherMediaTypesAreNotAcceptable(String accept) {
        HttpResponse<byte[]> response = get("accept", accept);
        assertEquals(406, response.statusCode());
        assertTrue(text(response).contains("\"code\":\"NOT_ACCEPTABLE\""), () -> text(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void onlyGetIsAllowed(String method) {
        HttpResponse<byte[]> response = request(method, Version.HTTP_1_1);
        assertEquals(405, response.statusCode());
        assertEquals("GET, HEAD", header(response, "allow"));
    }

    /** The body of a response would end with the connection, whether it is complete or not. */
    @Test
    void clientThatCannotSeeTheEndIsRejected() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send("GET /export HTTP/1.0\r\n\r\n");
            assertTrue(connection.statusLine().contains(" 400 "));
        }
    }
}
