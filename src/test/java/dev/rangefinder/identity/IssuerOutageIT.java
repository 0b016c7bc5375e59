package dev.rangefinder.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.GraphQLClient;
import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.http.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service while the issuer of access tokens cannot be reached, or changes its keys. */
@Tag("processes")
@Timeout(120)
class IssuerOutageIT {

    private static final String DATABASE = EmbeddedDatabase.start();
    private static final Duration REFRESHED = IssuerTenant.REFRESH_INTERVAL.plusSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();

    private static ServiceProcess start(Issuer issuer) throws IOException, InterruptedException {
        return ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                DATABASE,
                "RANGEFINDER_IDENTITY_ISSUER",
                issuer.url(),
                "RANGEFINDER_IDENTITY_AUDIENCE",
                AccessToken.AUDIENCE));
    }

    private HttpResponse<String> send(ServiceProcess service, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.graphQL())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}"));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private int statusFor(ServiceProcess service, AccessToken token) throws IOException, InterruptedException {
        HttpResponse<String> response = send(service, "authorization", token.header());
        if (response.statusCode() == 503) {
            assertEquals("1", response.headers().firstValue("retry-after").orElse(""));
            assertEquals(
                    "UNAVAILABLE",
                    GraphQLClient.json(response.body())
                            .at("/errors/0/extensions/code")
                            .asText());
        }
        return response.statusCode();
    }

    @Test
    void issuerMayBeDownAtTheStart() throws Exception {
        try (Issuer issuer = new Issuer()) {
            issuer.stop();
            try (ServiceProcess service = start(issuer)) {
                assertEquals(503, statusFor(service, issuer.token()));
                assertEquals(503, statusFor(service, issuer.token()));
                assertEquals(200, send(service).statusCode(), "a request without a token");

                issuer.restart();
                assertEquals(200, statusFor(service, issuer.token()));
                assertEquals(401, statusFor(service, issuer.token().with("aud", "other")));
            }
        }
    }

    @Test
    void knownKeysStayUsableAndNewOnesAreFoundLater() throws Exception {
        try (Issuer issuer = new Issuer();
                ServiceProcess service = start(issuer)) {
            AccessToken old = issuer.token();
            assertEquals(200, statusFor(service, old));
            issuer.rotate();
            AccessToken rotated = issuer.token();
            assertEquals(200, statusFor(service, rotated));

            issuer.stop();
            issuer.rotate();
            await().atMost(REFRESHED).until(() -> statusFor(service, issuer.token()) == 503);
            assertEquals(503, statusFor(service, issuer.token()));
            assertEquals(200, statusFor(service, old));
            assertEquals(200, statusFor(service, rotated));

            issuer.restart();
            await().atMost(REFRESHED).until(() -> statusFor(service, issuer.token()) == 200);
        }
    }

    @Test
    void unknownKeysDoNotFloodTheIssuer() throws Exception {
        try (Issuer issuer = new Issuer();
                ServiceProcess service = start(issuer)) {
            int before = issuer.keyRequests();
            for (int i = 0; i < 30; i++) {
                AccessToken token = issuer.token();
                assertEquals(401, statusFor(service, token.signed("RS256", "unknown-" + i, token.key())));
            }

            int requests = issuer.keyRequests() - before;
            assertTrue(requests <= 4, () -> requests + " requests");
        }
    }
}
