package dev.rangefinder.mutation;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.mutation.MutationClient.authorization;
import static dev.rangefinder.mutation.MutationClient.change;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.data;
import static dev.rangefinder.mutation.MutationClient.errorCode;
import static dev.rangefinder.mutation.MutationClient.errors;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.statesAll;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.Writer;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Mutations over HTTP, with brands as an example. */
@QuarkusTest
class MutationTest {

    private static int revision() {
        return data("{ catalogue { revision } }").at("/catalogue/revision").asInt();
    }

    private static JsonNode brand(String slug) {
        return data(
                        "query($slug: String!) { brand(slug: $slug) { name version makes homeMarket { code } } }",
                        Map.of("slug", slug))
                .get("brand");
    }

    @Test
    void registeredBrandIsInThePayload() {
        String slug = unique("registered");
        String citation = cite();
        int before = revision();
        JsonNode payload = registerBrand(slug, citation);
        assertEquals(List.of(), errors(payload));
        assertEquals(slug, payload.at("/brand/slug").asText());
        assertEquals("CAMERAS", payload.at("/brand/makes/0").asText());
        assertEquals(1, payload.at("/brand/version").asInt());
        assertEquals(citation, payload.at("/brand/citation/key").asText());
        assertTrue(payload.get("revision").asInt() > before);
        assertEquals("Brand " + slug, brand(slug).get("name").asText());
    }

    @Test
    void answerHasTheRevisionOfTheChange() {
        String key = unique("R");
        var response = GraphQLClient.send(
                Map.of("query", "mutation { citeDocument(input: {key: \"" + key + "\"}) { revision } }"),
                Map.of("authorization", authorization()));
        int made = response.statusCode(200).extract().path("data.citeDocument.revision");
        response.header("Catalogue-Revision", Integer.toString(made));
    }

    @Test
    void partsAreRegisteredWithTheirRecord() {
        String citation = cite();
        String owner = unique("owner");
        registerBrand(owner, citation);
        JsonNode payload = change(
                "registerBrand",
                "brand { aliases { text kind } ownerships { owner { slug } since } homeMarket { code } }",
                Map.of(
                        "slug", unique("parts"),
                        "name", "Parts",
                        "homeMarket", "DE",
                        "aliases", List.of(Map.of("text", unique("Alias"), "claims", List.of(statesAll(citation)))),
                        "ownerships",
                                List.of(Map.of(
                                        "owner", owner, "since", "2020", "claims", List.of(statesAll(citation)))),
                        "claims", List.of(statesAll(citation))));
        assertEquals(List.of(), errors(payload));
        assertEquals("NAME", payload.at("/brand/aliases/0/kind").asText());
        assertEquals("DE", payload.at("/brand/homeMarket/code").asText());
    }

    @Test
    void claimsAboutANewBrandCanReferToIt() {
        String slug = unique("self");
        JsonNode payload = change(
                "registerBrand",
                "brand { slug }",
                Map.of(
                        "slug",
                        slug,
                        "name",
                        "Self " + slug,
                        "claims",
                        List.of(Map.of(
                                "citation", cite(), "effects", List.of(Map.of("kind", "AFFECTED", "brand", slug))))));
        assertEquals(List.of(), errors(payload));
        assertEquals(slug, payload.at("/brand/slug").asText());
    }

    @Test
    void allMistakesAreReportedAtOnceAndNothingIsStored() {
        String slug = unique("mistakes");
        String citation = cite();
        int before = revision();
        JsonNode payload = change(
                "registerBrand",
                "brand { slug }",
                Map.of(
                        "slug",
                        slug,
                        "name",
                        " ",
                        "makes",
                        List.of("OPTICS"),
                        "homeMarket",
                        "Nowhere",
                        "ownerships",
                        List.of(Map.of(
                                "owner",
                                "nobody",
                                "since",
                                "2020",
                                "until",
                                "2019",
                                "claims",
                                List.of(statesAll(citation)))),
                        "claims",
                        List.of(Map.of("citation", citation, "states", List.of("homeMarket")))));
        assertEquals(
                List.of(
                        "InvalidField input.name",
                        "InvalidField input.ownerships.0.until",
                        "NotCited input.makes.0",
                        "NotFound input.homeMarket",
                        "NotFound input.ownerships.0.owner"),
                errors(payload));
        assertTrue(payload.get("brand").isNull());
        assertTrue(payload.get("revision").isNull());
        assertTrue(brand(slug).isNull());
        assertEquals(before, revision());
    }

    @Test
    void allMistakesOfARevisionAreReportedAtOnce() {
        String slug = unique("revision");
        String other = unique("other");
        registerBrand(slug, cite());
        registerBrand(other, cite());
        JsonNode payload = change(
                "reviseBrand",
                "brand { slug }",
                Map.of(
                        "brand",
                        slug,
                        "expectedVersion",
                        7,
                        "slug",
                        other,
                        "name",
                        "Other " + other,
                        "homeMarket",
                        "Nowhere",
                        "makes",
                        List.of("CAMERAS", "OPTICS"),
                        "claims",
                        List.of(
                                Map.of("citation", "none", "states", List.of("homeMarket", "founder")),
                                Map.of("citation", cite(), "value", "Value"))));
        assertEquals(
                List.of(
                        "AlreadyExists input.slug",
                        "InvalidField input.claims.1.value",
                        "NotCited input.claims.0.states.1",
                        "NotCited input.makes.1",
                        "NotFound input.claims.0.citation",
                        "NotFound input.homeMarket",
                        "StaleVersion input.expectedVersion"),
                errors(payload));
        assertEquals(other, payload.at("/errors/1/existing/slug").asText());
        assertEquals(1, brand(slug).get("version").asInt());
    }

    @Test
    void allMistakesInARevisionOfAnUnknownBrandAreReportedAtOnce() {
        JsonNode payload = change(
                "reviseBrand",
                "brand { slug }",
                Map.of("brand", "nobody", "expectedVersion", 1, "name", " ", "homeMarket", "Nowhere"));
        assertEquals(
                List.of("InvalidField input.name", "NotFound input.brand", "NotFound input.homeMarket"),
                errors(payload));
    }

    @Test
    void allMistakesInAPartAreReportedAtOnce() {
        String slug = unique("part");
        String citation = cite();
        registerBrand(slug, citation);
        Map<String, Object> alias = new HashMap<>(Map.of("brand", slug, "text", unique("Alias")));
        alias.put("claims", List.of(statesAll(citation)));
        assertEquals(List.of(), errors(change("addBrandAlias", "alias { text }", alias)));
        alias.put("language", "?");
        alias.put("claims", List.of(Map.of("citation", "none", "states", List.of("kind"))));
        assertEquals(
                List.of(
                        "AlreadyExists input.text",
                        "InvalidField input.language",
                        "NotCited input.language",
                        "NotFound input.claims.0.citation"),
                errors(change("addBrandAlias", "alias { text }", alias)));
        alias.put("brand", "nobody");
        assertEquals(
                List.of(
                        "InvalidField input.language",
                        "NotCited input.language",
                        "NotFound input.brand",
                        "NotFound input.claims.0.citation"),
                errors(change("addBrandAlias", "alias { text }", alias)));
    }

    @Test
    void secondRegistrationIsRefusedWithTheExistingBrand() {
        String slug = unique("twice");
        String citation = cite();
        registerBrand(slug, citation);
        JsonNode payload = registerBrand(slug, citation);
        assertEquals(List.of("AlreadyExists input.slug"), errors(payload));
        assertEquals(slug, payload.at("/errors/0/existing/slug").asText());
    }

    @Test
    void recordOfAConcurrentTransactionIsRefusedAsExisting() throws Exception {
        String key = unique("C");
        try (Writer writer = new Writer()) {
            writer.execute("insert into citation (key) values ('" + key + "')");
            CompletableFuture<JsonNode> cited =
                    CompletableFuture.supplyAsync(() -> change("citeDocument", "citation { key }", Map.of("key", key)));
            writer.awaitWaiting();
            writer.commit();
            JsonNode payload = cited.join();
            assertEquals(List.of("AlreadyExists input.key"), errors(payload));
            assertEquals(
                    data("{ citation(key: \"" + key + "\") { id } }").at("/citation/id"),
                    payload.at("/errors/0/existing/id"));
        }
    }

    @Test
    void revisionChangesOnlyWhatIsSent() {
        String slug = unique("revised");
        String citation = cite();
        registerBrand(slug, citation);
        JsonNode payload = change(
                "reviseBrand",
                "brand { name version makes homeMarket { code } }",
                Map.of(
                        "brand",
                        slug,
                        "expectedVersion",
                        1,
                        "homeMarket",
                        "DE",
                        "claims",
                        List.of(Map.of("citation", citation, "states", List.of("homeMarket")))));
        assertEquals(List.of(), errors(payload));
        assertEquals(2, payload.at("/brand/version").asInt());
        assertEquals("DE", payload.at("/brand/homeMarket/code").asText());
        assertEquals("CAMERAS", payload.at("/brand/makes/0").asText());

        Map<String, Object> removal = new HashMap<>(Map.of("brand", slug, "expectedVersion", 2));
        removal.put("homeMarket", null);
        assertEquals(List.of(), errors(change("reviseBrand", "brand { version }", removal)));
        assertTrue(brand(slug).get("homeMarket").isNull());
        assertEquals("CAMERAS", brand(slug).at("/makes/0").asText());
    }

    @Test
    void valueThatNoClaimStatesIsRefused() {
        String slug = unique("unstated");
        registerBrand(slug, cite());
        JsonNode payload = change(
                "reviseBrand",
                "brand { version }",
                Map.of("brand", slug, "expectedVersion", 1, "homeMarket", "DE", "makes", List.of("CAMERAS", "OPTICS")));
        assertEquals(List.of("NotCited input.homeMarket", "NotCited input.makes.1"), errors(payload));
        assertTrue(brand(slug).get("homeMarket").isNull());
    }

    @Test
    void staleVersionIsRefusedWithTheCurrentBrand() {
        String slug = unique("stale");
        registerBrand(slug, cite());
        change(
                "reviseBrand",
                "brand { version }",
                Map.of("brand", slug, "expectedVersion", 1, "name", "Second " + slug));
        JsonNode payload = change(
                "reviseBrand",
                "brand { version }",
                Map.of("brand", slug, "expectedVersion", 1, "name", "Third " + slug));
        assertEquals(List.of("StaleVersion input.expectedVersion"), errors(payload));
        assertEquals(2, payload.at("/errors/0/currentVersion").asInt());
        assertEquals("Second " + slug, payload.at("/errors/0/current/name").asText());
        assertEquals("name", payload.at("/errors/0/differing/0").asText());
        assertEquals("Second " + slug, brand(slug).get("name").asText());
    }

    private static JsonNode refusal(String mutation, Map<String, ?> input) {
        JsonNode payload = change(mutation, "revision", input);
        assertEquals(List.of("StaleVersion input.expectedVersion"), errors(payload));
        return payload.at("/errors/0");
    }

    @Test
    void staleVersionNamesWhatHasChangedSince() {
        String slug = unique("moved");
        String citation = cite();
        registerBrand(slug, citation);
        for (Map<String, ?> change : List.of(
                Map.of("name", "Second " + slug),
                Map.of("makes", List.of("OPTICS")),
                Map.of("homeMarket", "DE", "name", "Brand " + slug))) {
            Map<String, Object> input = new HashMap<>(change);
            input.putAll(Map.of("brand", slug, "expectedVersion", brand(slug).get("version")));
            input.put("claims", List.of(statesAll(citation)));
            assertEquals(List.of(), errors(change("reviseBrand", "brand { version }", input)));
        }
        Map<String, Object> revision = new HashMap<>(Map.of("brand", slug, "name", "Fifth " + slug));
        revision.put("expectedVersion", 3);
        JsonNode changed = refusal("reviseBrand", revision).get("changed");
        assertEquals("[\"name\",\"homeMarket\"]", changed.toString());

        revision.put("expectedVersion", 1);
        changed = refusal("reviseBrand", revision).get("changed");
        assertEquals("[\"makes\",\"homeMarket\"]", changed.toString(), "the name is what it was");
        assertEquals(
                changed,
                refusal("removeBrand", Map.of("brand", slug, "expectedVersion", 1))
                        .get("changed"));
    }

    @Test
    void staleVersionNamesLinksThatHaveChanged() {
        String citation = cite();
        change(
                "reviseCitation",
                "citation { key }",
                Map.of("citation", citation, "expectedVersion", 1, "basedOn", List.of(cite())));
        JsonNode refusal = refusal("reviseCitation", Map.of("citation", citation, "expectedVersion", 1, "title", "T"));
        assertEquals("[\"basedOn\"]", refusal.get("changed").toString());
    }

    @Test
    void versionThatNeverWasIsRefusedAsStale() {
        String slug = unique("future");
        registerBrand(slug, cite());
        for (int version : List.of(7, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            JsonNode refusal = refusal("reviseBrand", Map.of("brand", slug, "expectedVersion", version, "name", "N"));
            assertTrue(refusal.get("changed").isNull());
            assertEquals(1, refusal.get("currentVersion").asInt());
            assertEquals(
                    "The brand has version 1, and no known version " + version + '.',
                    refusal.get("message").asText());
        }
    }

    @Test
    void recordsAreFoundByIdAsWell() {
        String slug = unique("by-id");
        JsonNode registered = registerBrand(slug, cite());
        JsonNode payload = change(
                "reviseBrand",
                "brand { slug }",
                Map.of("brand", registered.at("/brand/id").asText(), "expectedVersion", 1, "name", "Found " + slug));
        assertEquals(slug, payload.at("/brand/slug").asText());
        assertEquals(
                List.of("NotFound input.brand"),
                errors(change("reviseBrand", "brand { slug }", Map.of("brand", "nobody", "expectedVersion", 1))));
    }

    @Test
    void brandIsRemovedUnlessOthersReferToIt() {
        String slug = unique("removed");
        String daughter = unique("daughter");
        String citation = cite();
        JsonNode registered = registerBrand(slug, citation);
        change(
                "registerBrand",
                "brand { slug }",
                Map.of(
                        "slug",
                        daughter,
                        "name",
                        daughter,
                        "ownerships",
                        List.of(Map.of("owner", slug, "claims", List.of(statesAll(citation)))),
                        "claims",
                        List.of(Map.of("citation", citation))));
        Map<String, ?> removal = Map.of("brand", slug, "expectedVersion", 1);
        assertEquals(List.of("StillReferred input.brand"), errors(change("removeBrand", "removed", removal)));
        assertEquals(
                List.of("StaleVersion input.expectedVersion", "StillReferred input.brand"),
                errors(change("removeBrand", "removed", Map.of("brand", slug, "expectedVersion", 2))));
        assertFalse(brand(slug).isNull());

        change("removeBrand", "removed", Map.of("brand", daughter, "expectedVersion", 1));
        JsonNode payload = change("removeBrand", "removed", removal);
        assertEquals(List.of(), errors(payload));
        assertEquals(registered.at("/brand/id").asText(), payload.get("removed").asText());
        assertTrue(brand(slug).isNull());
    }

    @Test
    void onlyCallersWithTheRoleChangeTheCatalogue() {
        String key = unique("F");
        String cite = "mutation { citeDocument(input: {key: \"" + key + "\"}) { revision } }";
        String remove =
                "mutation { removeCitation(input: {citation: \"" + key + "\", expectedVersion: 1}) { removed } }";
        AccessToken reader = IdentityResource.token();
        String editor = reader.with(Role.EDITOR).header();
        assertEquals("UNAUTHENTICATED", GraphQLClient.errorCode(cite, answer(cite, Map.of())));
        assertEquals(
                "FORBIDDEN", GraphQLClient.errorCode(cite, answer(cite, Map.of(), "authorization", reader.header())));
        assertEquals("FORBIDDEN", GraphQLClient.errorCode(remove, answer(remove, Map.of(), "authorization", editor)));
        assertTrue(GraphQLClient.data("{ citation(key: \"" + key + "\") { key } }")
                .get("citation")
                .isNull());
        assertTrue(GraphQLClient.data(cite, answer(cite, Map.of(), "authorization", editor))
                .at("/citeDocument/revision")
                .isInt());
    }

    @Test
    void historyNamesTheCallerAndTheMutation() {
        String key = cite();
        JsonNode entry = data(
                        "query($key: String!) { citation(key: $key) { history { nodes { kind subject issuer operation } } } }",
                        Map.of("key", key))
                .at("/citation/history/nodes/0");
        assertEquals("CREATED", entry.get("kind").asText());
        assertEquals("alice", entry.get("subject").asText());
        assertTrue(entry.get("issuer").asText().startsWith("http://localhost"));
        assertEquals("citeDocument", entry.get("operation").asText());
    }

    @Test
    void mutationsOfADocumentAreExecutedInOrder() {
        String key = unique("O");
        String cite = "citeDocument(input: {key: \"" + key + "\"}) { citation { key } errors { __typename } }";
        JsonNode data = data("mutation { first: " + cite + " second: " + cite + " __typename }");
        assertEquals(key, data.at("/first/citation/key").asText());
        assertEquals("AlreadyExists", data.at("/second/errors/0/__typename").asText());
        assertEquals("Mutation", data.get("__typename").asText());
    }

    @Test
    void invalidArgumentIsRejectedBeforeAnythingIsChanged() {
        String key = unique("I");
        String nul = "\\u0000";
        assertEquals(
                "BAD_USER_INPUT",
                errorCode("mutation { a: citeDocument(input: {key: \"" + key + "\"}) { revision }"
                        + " b: citeDocument(input: {key: \"x" + nul + "\"}) { revision } }"));
        assertTrue(data("{ citation(key: \"" + key + "\") { key } }")
                .get("citation")
                .isNull());
    }

    @Test
    void nullIsRejectedWhereAValueCannotBeRemoved() {
        Map<String, Object> input = new HashMap<>(Map.of("brand", "leica", "expectedVersion", 1));
        input.put("name", null);
        assertEquals(
                "BAD_USER_INPUT",
                errorCode(
                        "mutation($input: ReviseBrandInput!) { reviseBrand(input: $input) { revision } }",
                        Collections.singletonMap("input", input)));
    }

    @Test
    void longTextIsRefusedWhereANameIsExpected() {
        String citation = cite();
        String text = "x".repeat(400_000);
        JsonNode payload = change("citeDocument", "citation { key }", Map.of("key", unique("L"), "title", text));
        assertEquals(List.of("InvalidField input.title"), errors(payload));
        assertTrue(payload.at("/errors/0/message").asText().length() < 500);
        payload = change(
                "reviseCitation",
                "citation { remark }",
                Map.of("citation", citation, "expectedVersion", 1, "remark", text));
        assertEquals(400_000, payload.at("/citation/remark").asText().length());
    }

    @Test
    void unpairedSurrogateIsRejected() {
        String surrogate = "\\ud800";
        assertTrue(Set.of("BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED")
                .contains(errorCode(
                        "mutation { citeDocument(input: {key: \"S\", title: \"" + surrogate + "\"}) { revision } }")));
    }
}
