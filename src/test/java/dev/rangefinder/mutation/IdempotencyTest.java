package dev.rangefinder.mutation;

import static dev.rangefinder.mutation.MutationClient.authorization;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.data;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.Writer;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with an idempotency key is executed once, however often it is sent. */
@QuarkusTest
class IdempotencyTest {

    private final String key = unique("key");

    private static String citing(String citation) {
        return "mutation { citeDocument(input: {key: \"" + citation
                + "\", title: \"T\"}) { citation { key id title version } revision errors { __typename } } }";
    }

    private static ValidatableResponse send(String document, Map<String, ?> headers) {
        return GraphQLClient.send(Map.of("query", document), headers);
    }

    private ValidatableResponse sendWithKey(String document) {
        return send(document, Map.of("authorization", authorization(), "idempotency-key", key));
    }

    private JsonNode answer(String document) {
        return GraphQLClient.json(
                sendWithKey(document).statusCode(200).extract().asString());
    }

    private static String code(ValidatableResponse response) {
        return response.extract().path("errors[0].extensions.code");
    }

    private static int revision() {
        return data("{ catalogue { revision } }").at("/catalogue/revision").asInt();
    }

    @Test
    void repeatedRequestHasTheAnswerOfTheFirst() {
        String document = citing(unique("I"));
        JsonNode first = answer(document);
        int revision = revision();
        assertEquals(revision, first.at("/data/citeDocument/revision").asInt());
        assertEquals(first, answer(document));
        assertEquals(revision, revision());
    }

    @Test
    void repeatedSelectionIsReadAnew() {
        String citation = unique("I");
        answer(citing(citation));
        data("mutation { reviseCitation(input: {citation: \"" + citation
                + "\", expectedVersion: 1, title: \"New\"}) { revision } }");
        JsonNode again = answer(citing(citation));
        assertEquals("New", again.at("/data/citeDocument/citation/title").asText());
        data("mutation { removeCitation(input: {citation: \"" + citation + "\", expectedVersion: 2}) { revision } }");
        again = answer(citing(citation));
        assertTrue(again.at("/data/citeDocument/citation").isNull());
        assertEquals(0, again.at("/data/citeDocument/errors").size());
    }

    @Test
    void keyIsSentAsAnExtensionAsWell() {
        String document = citing(unique("I"));
        Map<String, ?> body = Map.of("query", document, "extensions", Map.of("idempotencyKey", key));
        Map<String, ?> headers = Map.of("authorization", authorization());
        String first =
                GraphQLClient.send(body, headers).statusCode(200).extract().asString();
        assertEquals(first, GraphQLClient.send(body, headers).extract().asString());
        assertEquals(first, sendWithKey(document).extract().asString());
        assertEquals(
                first,
                send(document, Map.of("authorization", authorization(), "idempotency-key", '"' + key + '"'))
                        .extract()
                        .asString());
        Map<String, String> other = new HashMap<>(Map.of("authorization", authorization()));
        other.put("idempotency-key", key + "x");
        assertEquals("BAD_REQUEST", code(GraphQLClient.send(body, other).statusCode(400)));
    }

    @Test
    void keyOfAnotherRequestIsRejected() {
        answer(citing(unique("I")));
        int before = revision();
        assertEquals(
                "IDEMPOTENCY_KEY_REUSED", code(sendWithKey(citing(unique("I"))).statusCode(422)));
        String document = "mutation($key: String!) { citeDocument(input: {key: $key}) { revision } }";
        String citation = unique("I");
        Map<String, ?> headers = Map.of("authorization", authorization(), "idempotency-key", key + "v");
        GraphQLClient.send(Map.of("query", document, "variables", Map.of("key", citation)), headers)
                .statusCode(200);
        GraphQLClient.send(Map.of("query", document, "variables", Map.of("key", citation + "x")), headers)
                .statusCode(422);
        assertEquals(before + 1, revision());
    }

    @Test
    void callersHaveKeysOfTheirOwn() {
        String bob =
                IdentityResource.token().with("sub", "bob").with(Role.EDITOR).header();
        String first = unique("I");
        answer(citing(first));
        String second = unique("I");
        send(citing(second), Map.of("authorization", bob, "idempotency-key", key))
                .statusCode(200);
        JsonNode both = data("{ first: citation(key: \"" + first + "\") { key } second: citation(key: \"" + second
                + "\") { key } }");
        assertEquals(second, both.at("/second/key").asText());
    }

    @Test
    void concurrentRequestsAreExecutedOnce() {
        String document = citing(unique("I"));
        int before = revision();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<ValidatableResponse>> sent = IntStream.range(0, 30)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> sendWithKey(document), threads))
                    .toList();
            for (CompletableFuture<ValidatableResponse> one : sent) {
                ValidatableResponse response = one.join();
                if (response.extract().statusCode() == 409) {
                    assertEquals("IDEMPOTENCY_KEY_IN_USE", code(response));
                } else {
                    response.statusCode(200);
                    assertEquals(before + 1, response.extract().<Integer>path("data.citeDocument.revision"));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(before + 1, revision());
    }

    @Test
    void keyIsInUseWhileItsRequestIsExecuted() throws Exception {
        String citation = cite();
        String document = "mutation { reviseCitation(input: {citation: \"" + citation
                + "\", expectedVersion: 1, title: \"Waits\"}) { revision errors { __typename } } }";
        try (Writer writer = new Writer()) {
            writer.execute("select from citation where key = '" + citation + "' for update");
            CompletableFuture<ValidatableResponse> waiting = CompletableFuture.supplyAsync(() -> sendWithKey(document));
            awaitConflict(document);
            writer.rollback();
            waiting.join().statusCode(200);
        }
        assertEquals(0, answer(document).at("/data/reviseCitation/errors").size());
    }

    private void awaitConflict(String document) {
        await().until(() -> sendWithKey(document).extract().statusCode() == 409);
    }

    @Test
    void refusedChangeMayBeSentAgain() {
        String citation = unique("I");
        String document = "mutation { reviseCitation(input: {citation: \"" + citation
                + "\", expectedVersion: 1, title: \"Now\"}) { citation { title } errors { __typename } } }";
        assertEquals(
                "NotFound",
                answer(document).at("/data/reviseCitation/errors/0/__typename").asText());
        data(citing(citation));
        assertEquals(
                "Now",
                answer(document).at("/data/reviseCitation/citation/title").asText());
    }

    @Test
    void eachMutationOfARequestIsExecutedOnce() {
        String first = unique("I");
        String second = unique("I");
        String slug = unique("brand");
        registerBrand(slug, cite());
        String document = "mutation { a: citeDocument(input: {key: \"" + first + "\"}) { citation { key } revision }"
                + " b: removeBrand(input: {brand: \"" + slug + "\", expectedVersion: 1}) { removed revision }"
                + " c: apply(changes: [{citeDocument: {key: \"" + second + "\"}},"
                + " {removeCitation: {citation: \"" + second + "\", expectedVersion: 1}}])"
                + " { results { node { id } removed } revision } }";
        JsonNode answer = answer(document);
        assertTrue(answer.at("/data/b/removed").isTextual());
        assertTrue(answer.at("/data/c/results/1/removed").isTextual());
        int revision = revision();
        assertEquals(answer, answer(document));
        assertEquals(revision, revision());
    }

    @Test
    void keyIsForgottenAfterADay() throws SQLException {
        String document = citing(unique("I"));
        answer(document);
        try (Writer writer = new Writer()) {
            writer.execute("update executed_mutation set at = now() - interval '25 hours' where key = '" + key + "'");
            writer.commit();
        }
        assertEquals(
                "AlreadyExists",
                answer(document).at("/data/citeDocument/errors/0/__typename").asText());
        send(citing(unique("I")), Map.of("authorization", authorization(), "idempotency-key", unique("other")));
        try (Writer writer = new Writer()) {
            assertEquals("0", writer.text("select count(*) from executed_mutation where key = '" + key + "'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "ä", "new\nline"})
    void invalidKeyIsRejected(String invalid) {
        int before = revision();
        Map<String, ?> body = Map.of("query", citing(unique("I")), "extensions", Map.of("idempotencyKey", invalid));
        assertEquals(
                "BAD_REQUEST",
                code(GraphQLClient.send(body, Map.of("authorization", authorization()))
                        .statusCode(400)));
        assertEquals(before, revision());
    }

    @Test
    void tooLongKeyIsRejected() {
        assertEquals(
                "BAD_REQUEST",
                code(send(
                                citing(unique("I")),
                                Map.of("authorization", authorization(), "idempotency-key", "k".repeat(256)))
                        .statusCode(400)));
    }

    @Test
    void queryIgnoresTheKey() {
        assertEquals("Query", answer("{ __typename }").at("/data/__typename").asText());
        assertEquals("Query", answer("{ a: __typename }").at("/data/a").asText());
    }
}
