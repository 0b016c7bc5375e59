package dev.rangefinder.mutation;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.mutation.MutationClient.change;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.errors;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.statesAll;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that add, change and remove each kind of record by the verbs of the trade. */
abstract class EveryVerb {

    private String citation;

    @BeforeEach
    void citeDocument() {
        citation = cite();
    }

    /** The node of a change that must not be refused. */
    private static JsonNode done(String mutation, String node, String fields, Map<String, ?> input) {
        JsonNode payload = change(mutation, node + " { " + fields + " }", input);
        assertEquals(List.of(), errors(payload), payload::toPrettyString);
        return payload.get(node);
    }

    /** Adds a part, and then the same again, which must be refused with the first one. */
    private void assertRepeated(String mutation, String node, String field, Map<String, ?> input) {
        JsonNode first = done(mutation, node, "id", claimed(input));
        JsonNode payload = change(mutation, node + " { id }", claimed(input));
        assertEquals(List.of("AlreadyExists input." + field), errors(payload), payload::toPrettyString);
        assertEquals(first.get("id"), payload.at("/errors/0/existing/id"));
    }

    private static void remove(String mutation, String node, String reference, int version) {
        JsonNode payload = change(mutation, "removed", Map.of(node, reference, "expectedVersion", version));
        assertEquals(List.of(), errors(payload), payload::toPrettyString);
        assertTrue(payload.hasNonNull("removed"));
    }

    private Map<String, Object> claimed(Map<String, ?> values) {
        Map<String, Object> input = new HashMap<>(values);
        input.put("claims", List.of(statesAll(citation)));
        return input;
    }

    private Map<String, ?> stating(String property, Map<String, ?> values) {
        Map<String, Object> input = new HashMap<>(values);
        input.put("claims", List.of(Map.of("citation", citation, "states", List.of(property))));
        return input;
    }

    private String brand() {
        return registerBrand(unique("maker"), citation).at("/brand/slug").asText();
    }

    private String device(String brand) {
        String slug = unique("device");
        done(
                "registerDevice",
                "device",
                "slug",
                claimed(Map.of(
                        "slug",
                        slug,
                        "name",
                        "Device",
                        "kind",
                        "MODEL",
                        "brand",
                        brand,
                        "releasedOn",
                        "2023-10",
                        "variants",
                        List.of(claimed(Map.of("code", "V1", "memory", 12))))));
        return slug;
    }

    @Test
    void citationIsRevisedAndRemoved() {
        String key = cite();
        JsonNode revised = done(
                "reviseCitation",
                "citation",
                "title version",
                Map.of("citation", key, "expectedVersion", 1, "title", "Second", "basedOn", List.of(citation)));
        assertEquals("Second", revised.get("title").asText());
        remove("removeCitation", "citation", key, revised.get("version").asInt());
    }

    @Test
    void speakerIsRegisteredRevisedAndRemoved() {
        String slug = unique("speaker");
        done("registerSpeaker", "speaker", "slug", claimed(Map.of("slug", slug, "name", "Speaker", "role", "CEO")));
        JsonNode revised = done(
                "reviseSpeaker",
                "speaker",
                "brand { slug } role",
                stating("brand", Map.of("speaker", slug, "expectedVersion", 1, "brand", brand())));
        assertEquals("CEO", revised.get("role").asText());
        assertTrue(revised.hasNonNull("brand"));
        remove("removeSpeaker", "speaker", slug, 2);
    }

    @Test
    void marketIsRegisteredRevisedAndRemoved() {
        done(
                "registerMarket",
                "market",
                "code",
                claimed(Map.of("code", "990", "name", "Region", "kind", "REGION", "parents", List.of("001"))));
        JsonNode revised = done(
                "reviseMarket",
                "market",
                "currency version parents { nodes { code } }",
                stating("currency", Map.of("market", "990", "expectedVersion", 1, "currency", "EUR")));
        assertEquals("001", revised.at("/parents/nodes/0/code").asText());
        remove("removeMarket", "market", "990", revised.get("version").asInt());
    }

    @Test
    void deviceIsRegisteredRevisedAndRemoved() {
        String slug = device(brand());
        JsonNode revised = done(
                "reviseDevice",
                "device",
                "version chipset releasedOn variants { code }",
                stating("chipset", Map.of("device", slug, "expectedVersion", 1, "chipset", "Chip 1")));
        assertEquals("2023-10", revised.get("releasedOn").asText());
        assertEquals("V1", revised.at("/variants/0/code").asText());
        assertEquals(
                List.of("InvalidField input.releasedOn"),
                errors(change(
                        "reviseDevice",
                        "device { slug }",
                        stating("announcedOn", Map.of("device", slug, "expectedVersion", 2, "announcedOn", "2024")))));
        remove("removeDevice", "device", slug, 2);
    }

    @Test
    void deviceIsLaunchedAndWithdrawn() {
        String slug = device(brand());
        JsonNode launched = done(
                "launchDevice",
                "launch",
                "id version status",
                claimed(Map.of(
                        "device",
                        slug,
                        "market",
                        "IN",
                        "status",
                        "LAUNCHED",
                        "launchedOn",
                        "2023-10-26",
                        "prices",
                        List.of(claimed(Map.of("amount", 54999, "currency", "INR", "variant", "V1"))))));
        assertEquals("LAUNCHED", launched.get("status").asText());
        String id = launched.get("id").asText();
        JsonNode withdrawn = done(
                "withdrawLaunch",
                "launch",
                "status version launchedOn",
                stating(
                        "status",
                        Map.of(
                                "launch",
                                id,
                                "expectedVersion",
                                launched.get("version").asInt())));
        assertEquals("WITHDRAWN", withdrawn.get("status").asText());
        assertEquals("2023-10-26", withdrawn.get("launchedOn").asText());
        remove("removeLaunch", "launch", id, withdrawn.get("version").asInt());
    }

    @Test
    void priceIsOfAVariantOfTheLaunchedDevice() {
        List<?> prices = List.of(claimed(Map.of("amount", 54999, "currency", "INR", "variant", "V9")));
        JsonNode payload = change(
                "launchDevice",
                "launch { id }",
                claimed(Map.of("device", device(brand()), "market", "IN", "status", "LAUNCHED", "prices", prices)));
        assertEquals(List.of("NotFound input.prices.0.variant"), errors(payload));
    }

    @Test
    void figureIsPublishedRevisedAndRemoved() {
        JsonNode published = done(
                "publishFigure",
                "figure",
                "id version",
                claimed(Map.of(
                        "brands",
                        List.of(brand()),
                        "market",
                        "IN",
                        "period",
                        "2023-Q4",
                        "measure",
                        "SMARTPHONE_REVENUE",
                        "unit",
                        "INR",
                        "value",
                        100,
                        "converted",
                        Map.of("amount", 1.5, "currency", "USD"))));
        String id = published.get("id").asText();
        JsonNode revised = done(
                "reviseFigure",
                "figure",
                "version rank converted { amount currency }",
                claimed(Map.of(
                        "figure",
                        id,
                        "expectedVersion",
                        published.get("version").asInt(),
                        "rank",
                        2)));
        assertEquals("USD", revised.at("/converted/currency").asText(), revised::toPrettyString);
        remove("removeFigure", "figure", id, revised.get("version").asInt());
    }

    @Test
    void eventIsRegisteredRevisedAndRemoved() {
        String slug = unique("event");
        JsonNode event = done(
                "registerEvent",
                "event",
                "version",
                claimed(Map.of(
                        "slug",
                        slug,
                        "name",
                        "Event",
                        "kind",
                        "VISIT",
                        "on",
                        "2023-06-01",
                        "brands",
                        List.of(brand()))));
        JsonNode revised = done(
                "reviseEvent",
                "event",
                "version place brands { totalCount }",
                stating(
                        "place",
                        Map.of(
                                "event",
                                slug,
                                "expectedVersion",
                                event.get("version").asInt(),
                                "place",
                                "Wetzlar")));
        assertEquals(1, revised.at("/brands/totalCount").asInt());
        remove("removeEvent", "event", slug, revised.get("version").asInt());
    }

    @Test
    void partnershipIsAnnouncedSignedStartedAndEnded() {
        String slug = unique("partnership");
        done(
                "announcePartnership",
                "partnership",
                "slug",
                claimed(Map.of(
                        "slug",
                        slug,
                        "name",
                        "Partnership",
                        "announcedOn",
                        "2022-05-23",
                        "members",
                        List.of(claimed(Map.of("role", "HANDSET_MAKER", "brand", brand()))),
                        "territories",
                        List.of(claimed(Map.of("market", "001"))),
                        "terms",
                        List.of(claimed(Map.of("kind", "LICENCE", "amount", Map.of("from", 5, "currency", "USD")))),
                        "contributions",
                        List.of(claimed(Map.of("kind", "LENS"))))));
        done(
                "signPartnership",
                "partnership",
                "slug",
                stating("signedOn", Map.of("partnership", slug, "expectedVersion", 1, "signedOn", "2022-06")));
        done(
                "startPartnership",
                "partnership",
                "slug",
                stating("startedOn", Map.of("partnership", slug, "expectedVersion", 2, "startedOn", "2022-07")));
        JsonNode ended = done(
                "endPartnership",
                "partnership",
                "announcedOn endedOn version members { role }",
                stating("endedOn", Map.of("partnership", slug, "expectedVersion", 3, "endedOn", "2024")));
        assertEquals("2022-05-23", ended.get("announcedOn").asText());
        assertEquals(4, ended.get("version").asInt());
        assertEquals(
                List.of("InvalidField input.endedOn", "InvalidField input.endedOn", "InvalidField input.endedOn"),
                errors(change(
                        "revisePartnership",
                        "partnership { slug }",
                        stating("endedOn", Map.of("partnership", slug, "expectedVersion", 4, "endedOn", "2020")))));
        remove("removePartnership", "partnership", slug, 4);
    }

    @Test
    void partsOfAPartnershipAreAddedRevisedAndRemoved() {
        String slug = unique("parts");
        done(
                "announcePartnership",
                "partnership",
                "slug",
                claimed(Map.of("slug", slug, "name", "Parts", "signedOn", "2022")));
        String member = done(
                        "addMember",
                        "member",
                        "id",
                        claimed(Map.of("partnership", slug, "role", "IMAGING_PARTNER", "brand", brand())))
                .get("id")
                .asText();
        JsonNode joined = done(
                "reviseMember",
                "member",
                "role joinedOn version",
                stating("joinedOn", Map.of("member", member, "expectedVersion", 1, "joinedOn", "2022")));
        assertEquals("IMAGING_PARTNER", joined.get("role").asText());
        remove("removeMember", "member", member, 2);
        String term = done(
                        "addTerm",
                        "term",
                        "id",
                        claimed(Map.of(
                                "partnership",
                                slug,
                                "kind",
                                "LICENCE",
                                "amount",
                                Map.of("from", 5, "to", 10, "currency", "USD"))))
                .get("id")
                .asText();
        JsonNode revised = done(
                "reviseTerm",
                "term",
                "statement amount { from to currency }",
                stating("statement", Map.of("term", term, "expectedVersion", 1, "statement", "Up to ten")));
        assertEquals("USD", revised.at("/amount/currency").asText());
        assertRepeated("addTerritory", "territory", "since", Map.of("partnership", slug, "market", "IN"));
        assertRepeated(
                "addTerritory", "territory", "since", Map.of("partnership", slug, "market", "IN", "since", "2022"));
        done("addContribution", "contribution", "id", claimed(Map.of("partnership", slug, "kind", "SENSOR")));
    }

    @Test
    void partsOfBrandsAndDevicesAreAdded() {
        String brand = brand();
        String slug = device(brand);
        String alias = unique("Name");
        assertEquals(
                alias,
                done("addBrandAlias", "alias", "text", claimed(Map.of("brand", brand, "text", alias)))
                        .get("text")
                        .asText());
        assertEquals(
                List.of("AlreadyExists input.text"),
                errors(change("addBrandAlias", "alias { id }", claimed(Map.of("brand", brand(), "text", alias)))));
        assertRepeated("addDeviceAlias", "alias", "text", Map.of("device", slug, "text", alias + ", \"a\")=(b)"));
        assertRepeated("addOwnership", "ownership", "owner", Map.of("brand", brand, "owner", brand()));
        done("addVariant", "variant", "id", claimed(Map.of("device", slug, "code", "V2")));
        String launch = done(
                        "launchDevice",
                        "launch",
                        "id",
                        claimed(Map.of("device", slug, "market", "IN", "status", "LAUNCHED")))
                .get("id")
                .asText();
        assertRepeated(
                "priceLaunch",
                "launchPrice",
                "on",
                Map.of("launch", launch, "amount", 10, "currency", "INR", "variant", "V2"));
        assertEquals(
                List.of("InvalidField input.currency"),
                errors(change(
                        "priceLaunch",
                        "launchPrice { id }",
                        claimed(Map.of("launch", launch, "amount", 10, "currency", "USD")))));
        assertEquals(
                List.of("NotFound input.variant"),
                errors(change(
                        "priceLaunch",
                        "launchPrice { id }",
                        claimed(Map.of("launch", launch, "amount", 10, "currency", "INR", "variant", "V3")))));
    }

    @Test
    void claimIsMadeDisputedAndRetracted() {
        String device = device(brand());
        String id = data("query($slug: String!) { device(slug: $slug) { id } }", Map.of("slug", device))
                .at("/device/id")
                .asText();
        JsonNode claim = done(
                "makeClaim",
                "claim",
                "id version standing agrees subject { id }",
                Map.of(
                        "subject",
                        id,
                        "citation",
                        citation,
                        "property",
                        "chipset",
                        "value",
                        "Chip 9",
                        "standing",
                        "RUMOURED"));
        assertEquals(id, claim.at("/subject/id").asText());
        Map<String, ?> rumour = Map.of("claim", claim.get("id").asText(), "expectedVersion", 1);
        assertEquals(
                "DISPUTED",
                done("disputeClaim", "claim", "standing", rumour)
                        .get("standing")
                        .asText());
        assertEquals(
                List.of("StaleVersion input.expectedVersion"), errors(change("retractClaim", "claim { id }", rumour)));
        remove("removeClaim", "claim", claim.get("id").asText(), 2);
        assertEquals(
                List.of("NotFound input.citation", "NotFound input.subject"),
                errors(change("makeClaim", "claim { id }", Map.of("subject", "x", "citation", "none"))));
    }

    @Test
    void onlyClaimOfAValueCannotBeRemoved() {
        JsonNode claims = data(
                "query($slug: String!) { brand(slug: $slug) { claims { nodes { id property version } } } }",
                Map.of("slug", brand()));
        String claim = claims.at("/brand/claims/nodes/0/id").asText();
        assertEquals(
                List.of("NotCited input.makes"),
                errors(change("removeClaim", "removed", Map.of("claim", claim, "expectedVersion", 1))));
    }
}
