package dev.rangefinder.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** A client of server-sent events, like the class of the same name in browsers. */
public final class EventSource implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventSource(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    /** Sends an operation by GET, with additional headers. */
    public static EventSource open(URI endpoint, String operation, String... headers) throws Exception {
        URI uri = URI.create(endpoint + "?query=" + URLEncoder.encode(operation, UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("accept", "text/event-stream");
        return new EventSource(HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofInputStream()));
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    /** The next event; its comments are under the empty name. */
    public Map<String, String> event() throws IOException {
        Map<String, String> event = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && event.containsKey("event")) {
                return event;
            }
            int colon = line.indexOf(':');
            if (colon >= 0) {
                event.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        throw new IOException("The stream has ended");
    }

    /** The next comment; what is before it is skipped. */
    String comment() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(":")) {
                return line.substring(1).strip();
            }
        }
        throw new IOException("The stream has ended");
    }

    /** The payload of the next event, which must have a result. */
    JsonNode next() throws IOException {
        Map<String, String> event = event();
        assertEquals("next", event.get("event"), event::toString);
        return GraphQLClient.json(event.get("data"));
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
