package dev.rangefinder.http;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A client that adds nothing to the requests of a test. */
public final class Client {

    public static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    static final String JSON = "application/json";
    static final String TYPE_NAME = "{\"query\":\"{__typename}\"}";

    /** A response. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonPath json() {
            return JsonPath.from(response.body());
        }

        /** The code of the first error. */
        public String code() {
            return json().getString("errors[0].extensions.code");
        }

        String message() {
            return json().getString("errors[0].message");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    /** A client of an endpoint. */
    public Client(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Posts a JSON body; headers are alternating names and values. */
    public Reply post(String body, String... headers) {
        return send("POST", BodyPublishers.ofString(body), with(headers, "content-type", JSON));
    }

    /** Posts a document. */
    Reply query(String document, String... headers) {
        return post("{\"query\":\"" + document.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}", headers);
    }

    CompletableFuture<Reply> queryAsync(String document) {
        HttpRequest request =
                request("POST", BodyPublishers.ofString("{\"query\":\"" + document + "\"}"), "content-type", JSON);
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(Reply::new);
    }

    /** Sends a GET request with a query string, which is not encoded. */
    Reply get(String queryString, String... headers) {
        return new Client(URI.create(endpoint + "?" + queryString)).send("GET", BodyPublishers.noBody(), headers);
    }

    Reply send(String method, BodyPublisher body, String... headers) {
        try {
            return new Reply(http.send(request(method, body, headers), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint).method(method, body).timeout(Duration.ofMinutes(1));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }
}
