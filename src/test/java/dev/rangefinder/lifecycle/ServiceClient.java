package dev.rangefinder.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.http.ServiceProcess;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Sends requests and health probes to services. */
final class ServiceClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private ServiceClient() {}

    /** A response to a request or probe. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonPath json() {
            return JsonPath.from(response.body());
        }

        /** Whether it is a well-formed 503 that asks the client to retry. */
        boolean isUnavailable() {
            return status() == 503
                    && "UNAVAILABLE".equals(json().getString("errors[0].extensions.code"))
                    && response.headers().firstValue("retry-after").isPresent();
        }

        /** Whether the deadline passed, before the operation was executed (504) or meanwhile (200). */
        boolean exceededItsDeadline() {
            return (status() == 504 || status() == 200)
                    && "DEADLINE_EXCEEDED".equals(json().getString("errors[0].extensions.code"));
        }

        @Override
        public String toString() {
            return status() + " " + response.body();
        }
    }

    static Reply query(ServiceProcess service, String document) throws IOException, InterruptedException {
        return query(service.graphQL(), document);
    }

    static Reply query(URI graphQL, String document) throws IOException, InterruptedException {
        return get(URI.create(graphQL + "?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8)));
    }

    /** Posts a body, such as a document or a file to import, with an access token. */
    static Reply post(URI address, String mediaType, String body, String authorization)
            throws IOException, InterruptedException {
        return new Reply(HTTP.send(
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", mediaType)
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    /** Executes a mutation with an access token, and with an idempotency key. */
    static Reply mutate(ServiceProcess service, String document, String authorization)
            throws IOException, InterruptedException {
        return post(
                service.graphQL(),
                "application/json",
                new JsonObject()
                        .put("query", document)
                        .put(
                                "extensions",
                                new JsonObject().put("idempotencyKey", Integer.toHexString(document.hashCode())))
                        .encode(),
                authorization);
    }

    static Reply health(ServiceProcess service, String kind) throws IOException, InterruptedException {
        return get(service.health(kind));
    }

    private static Reply get(URI address) throws IOException, InterruptedException {
        return new Reply(HTTP.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString()));
    }

    static boolean isReady(ServiceProcess service) throws InterruptedException {
        try {
            return health(service, "ready").status() == 200;
        } catch (IOException e) {
            return false; // not listening yet, or any more
        }
    }

    static void awaitReady(ServiceProcess service) {
        await().until(() -> {
            assertEquals(true, service.process().isAlive(), service::output);
            return isReady(service);
        });
    }

    /** Waits long enough for conditions that take a few seconds on an idle machine. */
    static ConditionFactory await() {
        return Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(90));
    }
}
