package dev.rangefinder.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens over HTTP, where everybody may read: a valid one changes nothing, and an invalid one is an error. */
@QuarkusTest
@Timeout(60)
class AccessTokenTest {

    private static final String TYPE_NAME = "{\"query\":\"{__typename}\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/graphql")
    URI endpoint;

    private HttpResponse<String> send(String... authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(TYPE_NAME));
        Stream.of(authorization).forEach(value -> request.header("authorization", value));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> response) {
        return GraphQLClient.json(response.body())
                .at("/errors/0/extensions/code")
                .asText();
    }

    private static String challenge(HttpResponse<String> response) {
        return response.headers().firstValue("www-authenticate").orElse("");
    }

    private static void assertAnswered(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response::body);
        assertEquals("{\"data\":{\"__typename\":\"Query\"}}", response.body());
    }

    @Test
    void validTokenIsAccepted() throws Exception {
        assertAnswered(send(IdentityResource.token().header()));
        assertAnswered(send(IdentityResource.token().with(Role.EDITOR).header()));
        assertAnswered(
                send(IdentityResource.token().with("roles", "editor admin").header()));
        assertAnswered(send(IdentityResource.token().with("roles", null).header()));
        assertAnswered(send(IdentityResource.token().with("roles", 7).header()));
        assertAnswered(send(
                IdentityResource.token().with("roles", List.of(7, Map.of())).header()));
        assertAnswered(send(IdentityResource.token()
                .with("aud", List.of("other", AccessToken.AUDIENCE))
                .header()));
        assertAnswered(send("bearer " + IdentityResource.token()));
    }

    @Test
    void requestWithoutATokenIsAnswered() throws Exception {
        assertAnswered(send());
    }

    static Stream<Arguments> badTokens() {
        return BadTokens.all().entrySet().stream().map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
    }

    @ParameterizedTest(name = "token {0}")
    @MethodSource("badTokens")
    void invalidTokenIsAnError(String wrong, String authorization) throws Exception {
        HttpResponse<String> response = send(authorization);

        assertEquals(401, response.statusCode(), response::body);
        assertEquals("UNAUTHENTICATED", code(response));
        assertEquals("Bearer realm=\"rangefinder\", error=\"invalid_token\"", challenge(response));
        assertEquals(
                "private, no-store",
                response.headers().firstValue("cache-control").orElse(""));
        JsonNode answer = GraphQLClient.json(response.body());
        String message = answer.at("/errors/0/message").asText();
        assertTrue(message.startsWith("The access token "), message);
        assertFalse(message.matches("(?s).*(Exception|jose|quarkus|localhost|JWT |io\\.|org\\.).*"), message);
        assertTrue(answer.path("data").isMissingNode());
    }

    @Test
    void reasonIsStated() throws Exception {
        Map<String, String> bad = BadTokens.all();
        assertEquals("The access token has expired.", message(bad.get("expired")));
        assertEquals("The access token is not valid yet.", message(bad.get("not yet valid")));
        assertEquals("The access token is for another audience.", message(bad.get("of another audience")));
        assertEquals("The access token is from another issuer.", message(bad.get("of another issuer")));
        assertEquals("The access token was not signed by its issuer.", message(bad.get("with changed claims")));
    }

    private String message(String authorization) throws IOException, InterruptedException {
        return GraphQLClient.json(send(authorization).body())
                .at("/errors/0/message")
                .asText();
    }

    @Test
    void tokenLongerThanAHeaderIsRejectedWithAnError() throws Exception {
        HttpResponse<String> response = send(BadTokens.tooLong());

        assertEquals(431, response.statusCode(), response::body);
        assertEquals("BAD_REQUEST", code(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWxpY2U6c2VjcmV0", "Negotiate", "token"})
    void otherCredentialsAreIgnored(String authorization) throws Exception {
        assertAnswered(send(authorization));
    }

    @Test
    void invalidTokenIsReportedBeforeAnInvalidDocument() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "?query=%7Bnonsense"))
                .header("authorization", BadTokens.all().get("expired"))
                .build();

        assertEquals(401, client.send(request, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void cachedAnswerIsNotGivenForAnInvalidToken() throws Exception {
        URI cached = URI.create(endpoint + "?query=%7Bbrands%7BtotalCount%7D%7D");
        String tag = client.send(HttpRequest.newBuilder(cached).build(), BodyHandlers.ofString())
                .headers()
                .firstValue("etag")
                .orElseThrow();
        HttpRequest.Builder again = HttpRequest.newBuilder(cached).header("if-none-match", tag);

        assertEquals(304, client.send(again.build(), BodyHandlers.ofString()).statusCode());
        again.header("authorization", BadTokens.all().get("expired"));
        assertEquals(401, client.send(again.build(), BodyHandlers.ofString()).statusCode());
    }
}
