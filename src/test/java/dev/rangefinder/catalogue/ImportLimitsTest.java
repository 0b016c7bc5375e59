package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.OpenTransactions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import over HTTP has bounds, and one that fails leaves nothing behind. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class ImportLimitsTest extends EmptyCatalogue {

    private static final String YAML = "application/yaml";

    @TestHTTPResource("/import")
    URI endpoint;

    private String citations() throws SQLException {
        return value("select count(*) from citation");
    }

    private static String code(HttpResponse<String> response) {
        return new JsonObject(response.body())
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonObject("extensions")
                .getString("code");
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/json, 415, UNSUPPORTED_MEDIA_TYPE",
        "'', application/x-www-form-urlencoded, 415, UNSUPPORTED_MEDIA_TYPE",
        "'', application/yaml; charset=latin1, 415, UNSUPPORTED_MEDIA_TYPE",
        "?policy=some, application/yaml, 400, BAD_REQUEST",
        "?dryRun=maybe, application/yaml, 400, BAD_REQUEST"
    })
    void wrongRequestIsRejected(String query, String mediaType, int status, String code) {
        HttpResponse<String> response = ImportRequest.send(endpoint, query, mediaType, "citations: [{key: C8}]");
        assertEquals(status, response.statusCode());
        assertEquals(code, code(response));
    }

    @Test
    void bodyThatIsTooLargeIsRejected() throws SQLException {
        HttpResponse<String> response = ImportRequest.send(endpoint, "", YAML, "# " + "x".repeat(1_100_000));
        assertEquals(413, response.statusCode());
        assertEquals("BODY_TOO_LARGE", code(response));
    }

    @Test
    void onlyPostIsAllowed() {
        HttpResponse<String> response =
                ImportRequest.send(HttpRequest.newBuilder(endpoint).GET().build());
        assertEquals(405, response.statusCode());
        assertEquals("POST", response.headers().firstValue("Allow").orElse(""));
    }

    private Socket begin(String id, String body) throws IOException {
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("POST /import HTTP/1.1\r\nHost: test\r\nContent-Type: application/yaml\r\nX-Request-Id: " + id
                                + "\r\nAuthorization: " + ImportRequest.administrator()
                                + "\r\nContent-Length: 500\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private JsonObject progress(String id) {
        HttpResponse<String> response = ImportRequest.send(HttpRequest.newBuilder(URI.create(endpoint + "/" + id))
                .header("Authorization", ImportRequest.administrator())
                .build());
        return response.statusCode() == 404 ? new JsonObject() : new JsonObject(response.body());
    }

    @Test
    void bodyThatStopsInTheMiddleLeavesNothingBehind() throws IOException, SQLException {
        Socket socket = begin("stopped", "citations:\n- {key: C8}\n- {key: C7}\n");
        Awaitility.await().until(() -> "READING".equals(progress("stopped").getString("state")));
        assertNull(progress("stopped").getValue("revision"));
        socket.close();
        Awaitility.await().until(() -> "FAILED".equals(progress("stopped").getString("state")));
        OpenTransactions.awaitNone();
        assertEquals("0", citations());
        assertEquals(
                200,
                ImportRequest.send(endpoint, "", YAML, "citations: [{key: C8}]").statusCode());
    }

    @Test
    void clientThatSendsNothingForTooLongIsRejected() throws IOException, SQLException {
        try (Socket socket = begin("slow", "citations:\n- {key: C8}\n")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408") && answer.contains("REQUEST_TIMEOUT"), answer);
        }
        assertEquals("0", citations());
    }

    @Test
    void importsRunOneAtATime() throws IOException {
        Socket socket = begin("first", "citations:\n- {key: C8}\n");
        Awaitility.await().until(() -> progress("first").containsKey("state"));
        HttpResponse<String> second = ImportRequest.send(endpoint, "", YAML, "citations: [{key: C7}]");
        assertEquals(503, second.statusCode());
        assertEquals("UNAVAILABLE", code(second));
        socket.close();
        Awaitility.await().until(() -> "FAILED".equals(progress("first").getString("state")));
    }

    @Test
    void progressOfAnImportIsKnownByTheIdOfItsRequest() throws SQLException {
        ImportRequest.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", YAML)
                .header("X-Request-Id", "known")
                .header("Authorization", ImportRequest.administrator())
                .POST(HttpRequest.BodyPublishers.ofString("citations: [{key: C8}, {key: C7}]"))
                .build());
        assertEquals(
                new JsonObject()
                        .put("id", "known")
                        .put("state", "COMMITTED")
                        .put("rowsRead", 2)
                        .put("rowsStaged", 2)
                        .put("rowsApplied", 2)
                        .put("mistakes", 0)
                        .put("revision", revision()),
                progress("known"));
        assertEquals(new JsonObject(), progress("unknown"));
    }

    @Test
    void progressIsSentWheneverItChangesUntilTheImportEnds() throws Exception {
        String records = "citations:\n- {key: C8}\n- {key: C7}\n";
        try (Socket socket = begin("subscribed", records)) {
            Awaitility.await().until(() -> progress("subscribed").containsKey("state"));
            HttpResponse<Stream<String>> events = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(endpoint + "/subscribed"))
                                    .header("Accept", "text/event-stream")
                                    .header("Authorization", ImportRequest.administrator())
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            assertEquals(
                    "text/event-stream",
                    events.headers().firstValue("Content-Type").orElse(""));
            Iterator<String> lines =
                    events.body().filter(line -> !line.isEmpty()).iterator();
            assertEquals("READING", state(lines.next()));
            socket.getOutputStream().write(" ".repeat(500 - records.length()).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            String last = "";
            while (lines.hasNext()) {
                last = state(lines.next());
            }
            assertEquals("COMMITTED", last);
        }
    }

    private static String state(String event) {
        assertTrue(event.startsWith("data: "), event);
        return new JsonObject(event.substring("data: ".length())).getString("state");
    }

    @Test
    void clientThatDoesNotReadTheResponseCanAskForTheRevision() throws IOException, SQLException {
        String records = "citations: [{key: C8}]\n";
        Socket socket = begin("lost", records + " ".repeat(500 - records.length()));
        Awaitility.await().until(() -> "COMMITTED".equals(progress("lost").getString("state")));
        socket.close();
        assertEquals(revision(), progress("lost").getLong("revision"));
        assertEquals("1", citations());
    }

    @Test
    void progressOfARejectedImportTellsItsMistakes() {
        ImportRequest.send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", YAML)
                .header("X-Request-Id", "rejected")
                .header("Authorization", ImportRequest.administrator())
                .POST(HttpRequest.BodyPublishers.ofString("citations: [{key: C8}, {key: C7, url: none}]"))
                .build());
        JsonObject progress = progress("rejected");
        assertEquals(
                "REJECTED 2 1",
                progress.getString("state")
                        + ' '
                        + progress.getInteger("rowsRead")
                        + ' '
                        + progress.getInteger("mistakes"));
        assertNull(progress.getValue("revision"));
    }
}
