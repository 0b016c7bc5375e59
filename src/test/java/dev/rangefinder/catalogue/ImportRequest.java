package dev.rangefinder.catalogue;

import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Sends imports over HTTP, as an administrator. */
public final class ImportRequest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A response with its report and the line about the import. */
    public record Result(HttpResponse<String> response, List<JsonObject> report, JsonObject summary) {

        /** The rows of the report with the paths and codes of their mistakes. */
        List<String> mistakes() {
            return report.stream()
                    .flatMap(line -> line.getJsonArray("mistakes").stream()
                            .map(JsonObject.class::cast)
                            .map(mistake -> line.getLong("row") + " " + mistake.getString("path") + " "
                                    + mistake.getString("code")))
                    .toList();
        }

        String state() {
            return summary.getString("state");
        }
    }

    private ImportRequest() {}

    static String administrator() {
        return IdentityResource.token().with(Role.ADMIN).header();
    }

    static HttpResponse<String> send(URI endpoint, String query, String mediaType, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + query))
                .header("Content-Type", mediaType)
                .header("Authorization", administrator())
                .POST(BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Imports a file, and waits for the end. */
    public static Result run(URI endpoint, String query, String mediaType, String body) {
        HttpResponse<String> response = send(endpoint, query, mediaType, body);
        List<JsonObject> lines = response.body().lines().map(JsonObject::new).toList();
        JsonObject last = lines.get(lines.size() - 1);
        return new Result(response, lines.subList(0, lines.size() - 1), last.getJsonObject("import"));
    }
}
