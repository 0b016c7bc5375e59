package dev.rangefinder.mutation;

import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.data;
import static dev.rangefinder.mutation.MutationClient.errors;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.statesAll;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.Writer;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several changes in one transaction. */
@QuarkusTest
class ApplyTest {

    private static final String APPLY = """
            mutation($changes: [Change!]!) {
                apply(changes: $changes) {
                    results { removed node { id __typename ... on Brand { slug name version } } }
                    revision
                    errors { __typename ... on ChangeError { code message path } }
                }
            }
            """;

    private static JsonNode apply(List<?> changes) {
        return data(APPLY, Map.of("changes", changes)).get("apply");
    }

    private static JsonNode answer(Object changes, String authorization) {
        return GraphQLClient.answer(
                APPLY, Collections.singletonMap("changes", changes), "authorization", authorization);
    }

    private static Map<String, ?> register(String slug, String citation) {
        return Map.of("registerBrand", MutationClient.brand(slug, citation));
    }

    private static Map<String, ?> rename(String slug, int version, String name) {
        return Map.of("reviseBrand", Map.of("brand", slug, "expectedVersion", version, "name", name));
    }

    private static JsonNode brand(String slug) {
        return data("query($slug: String!) { brand(slug: $slug) { name version } }", Map.of("slug", slug))
                .get("brand");
    }

    private static int revision() {
        return data("{ catalogue { revision } }").at("/catalogue/revision").asInt();
    }

    @Test
    void laterChangesReferToTheRecordsOfEarlierOnes() {
        String citation = unique("AC");
        String owner = unique("owner");
        String slug = unique("owned");
        JsonNode payload = apply(List.of(
                Map.of("citeDocument", Map.of("key", citation, "title", "On both")),
                register(owner, citation),
                register(slug, citation),
                Map.of("addOwnership", Map.of("brand", slug, "owner", owner, "claims", List.of(statesAll(citation))))));
        assertEquals(List.of(), errors(payload));
        assertEquals("Citation", payload.at("/results/0/node/__typename").asText());
        assertEquals(owner, payload.at("/results/1/node/slug").asText());
        assertEquals("Ownership", payload.at("/results/3/node/__typename").asText());
        assertEquals(
                owner,
                data(
                                "query($slug: String!) { brand(slug: $slug) { ownerships { owner { slug } } } }",
                                Map.of("slug", slug))
                        .at("/brand/ownerships/0/owner/slug")
                        .asText());
    }

    @Test
    void allChangesAreOfOneRevision() {
        int before = revision();
        JsonNode payload = apply(List.of(
                Map.of("citeDocument", Map.of("key", unique("A1"))),
                Map.of("citeDocument", Map.of("key", unique("A2")))));
        assertEquals(before + 1, payload.get("revision").asInt());
    }

    @Test
    void nothingIsStoredIfOneChangeIsRefused() {
        String citation = cite();
        String slug = unique("refused");
        int before = revision();
        JsonNode payload = apply(List.of(
                register(slug, citation), Map.of("removeBrand", Map.of("brand", "nobody", "expectedVersion", 1))));
        assertEquals(List.of("NotFound changes.1.removeBrand.brand"), errors(payload));
        assertTrue(payload.get("results").isNull());
        assertTrue(payload.get("revision").isNull());
        assertTrue(brand(slug).isNull());
        assertEquals(before, revision());
    }

    @Test
    void mistakesOfAllChangesAreReportedAtOnce() {
        String citation = cite();
        String known = unique("known");
        registerBrand(known, citation);
        String missing = unique("missing");
        JsonNode payload = apply(List.of(
                Map.of(
                        "registerBrand",
                        Map.of(
                                "slug",
                                missing,
                                "name",
                                "Missing",
                                "makes",
                                List.of("CAMERAS", "CAMERAS"),
                                "claims",
                                List.of(statesAll(citation)))),
                register(known, citation),
                // Refers to the brand of the first change, which is refused
                Map.of(
                        "addOwnership",
                        Map.of("brand", known, "owner", missing, "claims", List.of(statesAll(citation)))),
                rename(known, 7, "Stale"),
                Map.of("reviseBrand", Map.of("brand", known, "expectedVersion", 1, "homeMarket", "Nowhere"))));
        assertEquals(
                List.of(
                        "AlreadyExists changes.1.registerBrand.slug",
                        "InvalidField changes.0.registerBrand.makes.1",
                        "NotCited changes.4.reviseBrand.homeMarket",
                        "NotFound changes.4.reviseBrand.homeMarket",
                        "StaleVersion changes.3.reviseBrand.expectedVersion"),
                errors(payload));
        assertTrue(
                payload.at("/errors/0/message").asText().contains("`changes[0].registerBrand.makes[1]`"),
                payload::toPrettyString);
    }

    @Test
    void expectedVersionIsTheOneBeforeAllChanges() {
        String citation = cite();
        String slug = unique("versions");
        registerBrand(slug, citation);
        String added = unique("added");
        JsonNode payload = apply(List.of(
                rename(slug, 1, "Second"),
                rename(slug, 1, "Third"),
                register(added, citation),
                rename(added, 1, "New")));
        assertEquals(List.of(), errors(payload));
        assertEquals("Third", brand(slug).get("name").asText());
        assertEquals("New", brand(added).get("name").asText());
        assertEquals(
                List.of("StaleVersion changes.0.reviseBrand.expectedVersion"),
                errors(apply(List.of(rename(slug, 1, "Fourth")))));
    }

    @Test
    void removalIsOneOfTheChanges() {
        String citation = cite();
        String slug = unique("removed");
        String id = registerBrand(slug, citation).at("/brand/id").asText();
        JsonNode payload = apply(List.of(
                rename(slug, 1, "Renamed"),
                Map.of("removeBrand", Map.of("brand", slug, "expectedVersion", 1)),
                register(slug, citation)));
        assertEquals(List.of(), errors(payload));
        assertTrue(payload.at("/results/0/node").isNull());
        assertEquals(id, payload.at("/results/1/removed").asText());
        assertEquals(slug, payload.at("/results/2/node/slug").asText());
    }

    @Test
    void changesMustBeConsistentOnlyTogether() {
        String citation = cite();
        String slug = unique("together");
        registerBrand(slug, citation);
        JsonNode claim = data(
                        "query($slug: String!) { brand(slug: $slug) { claims { nodes { id } } } }",
                        Map.of("slug", slug))
                .at("/brand/claims/nodes/0/id");
        Map<String, ?> removal = Map.of("removeClaim", Map.of("claim", claim.asText(), "expectedVersion", 1));
        assertEquals(List.of("NotCited changes"), errors(apply(List.of(removal))));
        String id = data("query($slug: String!) { brand(slug: $slug) { id } }", Map.of("slug", slug))
                .at("/brand/id")
                .asText();
        JsonNode payload = apply(List.of(
                removal,
                Map.of(
                        "makeClaim",
                        Map.of("subject", id, "citation", citation, "property", "makes", "value", "CAMERAS"))));
        assertEquals(List.of(), errors(payload), payload::toPrettyString);
    }

    @Test
    void constraintOfTheDatabaseIsOfTheChangeThatViolatesIt() {
        String citation = cite();
        String slug = unique("violated");
        registerBrand(slug, citation);
        String alias = unique("alias");
        Map<String, ?> add =
                Map.of("addBrandAlias", Map.of("brand", slug, "text", alias, "claims", List.of(statesAll(citation))));
        JsonNode payload = apply(List.of(add, add));
        assertEquals(List.of("AlreadyExists changes.1.addBrandAlias.text"), errors(payload), payload::toPrettyString);
    }

    @Test
    void eachChangeRequiresTheRoleOfItsMutation() {
        String key = unique("AF");
        List<?> changes = List.of(
                Map.of("citeDocument", Map.of("key", key)),
                Map.of("removeCitation", Map.of("citation", key, "expectedVersion", 1)));
        String editor = IdentityResource.token().with(Role.EDITOR).header();
        assertEquals("FORBIDDEN", GraphQLClient.errorCode(APPLY, answer(changes, editor)));
        assertEquals(
                "FORBIDDEN",
                GraphQLClient.errorCode(
                        APPLY,
                        answer(List.of(changes.get(0)), IdentityResource.token().header())));
        GraphQLClient.send(
                        Map.of("query", APPLY, "variables", Map.of("changes", changes)),
                        Map.of("authorization", editor))
                .statusCode(403);
        assertTrue(data("query($key: String!) { citation(key: $key) { key } }", Map.of("key", key))
                .get("citation")
                .isNull());
    }

    @Test
    void changeHasExactlyOneField() {
        String authorization = MutationClient.authorization();
        Map<String, ?> cite = Map.of("key", unique("A0"));
        Map<String, ?> both = Map.of("citeDocument", cite, "registerSpeaker", Map.of("slug", "s", "name", "S"));
        Map<String, ?> none = Collections.singletonMap("citeDocument", null);
        for (Object changes : List.of(List.of(Map.of()), List.of(both), List.of(none), List.of(Map.of("cite", cite)))) {
            assertEquals("BAD_USER_INPUT", GraphQLClient.errorCode(APPLY, answer(changes, authorization)));
        }
        for (String change : List.of("{}", "{citeDocument: null}", "{citeDocument: $input}")) {
            String document = "mutation($input: CiteDocumentInput) { apply(changes: [" + change + "]) { revision } }";
            assertTrue(
                    List.of("GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT").contains(MutationClient.errorCode(document)),
                    change);
        }
    }

    @Test
    void moreChangesThanTheMaximumAreRejected() {
        int before = revision();
        String authorization = MutationClient.authorization();
        assertEquals("BAD_USER_INPUT", GraphQLClient.errorCode(APPLY, answer(citations(101), authorization)));
        assertEquals("DOCUMENT_TOO_COMPLEX", GraphQLClient.errorCode(APPLY, answer(citations(10_000), authorization)));
        assertEquals(before, revision());
        JsonNode payload = apply(citations(100));
        assertEquals(List.of(), errors(payload));
        assertEquals(100, payload.get("results").size());
        assertEquals(before + 1, payload.get("revision").asInt());
    }

    private static List<?> citations(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Map.of("citeDocument", Map.of("key", unique("many"))))
                .toList();
    }

    @Test
    void noChangeIsAChangeOfNothing() {
        JsonNode payload = apply(List.of());
        assertEquals(List.of(), errors(payload));
        assertEquals(0, payload.get("results").size());
    }

    @Test
    void invalidInputIsRejectedWithItsPath() {
        String nul = "\u0000";
        JsonNode answer = answer(
                List.of(
                        Map.of("citeDocument", Map.of("key", unique("N"))),
                        Map.of("citeDocument", Map.of("key", "N" + nul))),
                MutationClient.authorization());
        assertEquals(
                "`changes[1].citeDocument.key` has an invalid character at position 1.",
                answer.at("/errors/0/message").asText());
    }

    @Test
    void concurrentChangesInOppositeOrderAreAllMade() {
        String citation = cite();
        List<String> slugs = List.of(unique("first"), unique("second"));
        slugs.forEach(slug -> registerBrand(slug, citation));
        List<CompletableFuture<Integer>> editors = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> untilMade(slugs.get(i % 2), slugs.get(1 - i % 2), "+" + i)))
                .toList();
        editors.forEach(CompletableFuture::join);
        assertEquals(
                8,
                brand(slugs.get(0)).get("name").asText().replaceAll("[^+]", "").length());
        assertEquals(9, brand(slugs.get(1)).get("version").asInt());
    }

    private static int untilMade(String one, String other, String suffix) {
        for (int attempt = 1; ; attempt++) {
            List<Map<String, ?>> changes = List.<Map<String, ?>>of(append(one, suffix), append(other, suffix));
            List<String> errors = errors(apply(changes));
            if (errors.isEmpty()) {
                return attempt;
            }
            assertTrue(errors.get(0).startsWith("StaleVersion"), errors::toString);
        }
    }

    private static Map<String, ?> append(String slug, String suffix) {
        JsonNode brand = brand(slug);
        return rename(slug, brand.get("version").asInt(), brand.get("name").asText() + suffix);
    }

    @Test
    void historyNamesTheOperation() {
        String key = unique("AH");
        apply(List.of(Map.of("citeDocument", Map.of("key", key))));
        assertEquals(
                "apply",
                data(
                                "query($key: String!) { citation(key: $key) { history { nodes { operation } } } }",
                                Map.of("key", key))
                        .at("/citation/history/nodes/0/operation")
                        .asText());
    }

    /** Each would hold one of the three connections of mutations while it waits. */
    @Test
    void changesThatWaitForEachOtherDelayNoOtherMutation() throws Exception {
        String slug = unique("waiting");
        registerBrand(slug, cite());
        List<CompletableFuture<JsonNode>> waiting;
        try (Writer other = new Writer()) {
            other.execute("select from brand where slug = '" + slug + "' for update");
            waiting = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> apply(List.of(rename(slug, 1, "Name " + i))),
                            runnable -> new Thread(runnable).start()))
                    .toList();
            other.awaitWaiting();
            for (int i = 0; i < 10; i++) {
                cite();
            }
            assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
            other.rollback();
            waiting.forEach(CompletableFuture::join);
        }
        assertEquals(
                List.of(0, 1, 1, 1),
                waiting.stream()
                        .map(changes -> changes.join().get("errors").size())
                        .sorted()
                        .toList());
    }
}
