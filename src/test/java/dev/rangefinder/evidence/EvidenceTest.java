package dev.rangefinder.evidence;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of citations and their claims. */
@QuarkusTest
class EvidenceTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow citation = data.citation("C").save();

    @Test
    void citationReturnsItsProperties() {
        StoredRow full = data.citation("Full")
                .with("title", "A title")
                .with("publisher", "A publisher")
                .with("author", "An author")
                .with("origin", "An agency")
                .with("published_on", "2022-05-23")
                .with("page_dated_on", "2022-06")
                .with("written_before", "2023")
                .save();
        assertEquals(json("""
                        {citation: {key: '%s', document: 'Full.txt', title: 'A title', publisher: 'A publisher',
                            author: 'An author', origin: 'An agency', publishedOn: '2022-05-23', pageDatedOn: '2022-06',
                            writtenBefore: '2023'}}""".formatted(full.name())), data("""
                        query ($key: String!) {
                          citation(key: $key) {
                            key document title publisher author origin publishedOn pageDatedOn writtenBefore
                          }
                        }""", Map.of("key", full.name())));
    }

    @Test
    void unstatedPropertyOfCitationIsNull() {
        assertEquals(json("""
                        {citation: {title: null, publisher: null, author: null, origin: null, publishedOn: null,
                            pageDatedOn: null, writtenBefore: null, claims: {nodes: []}}}"""), data("""
                        query ($key: String!) {
                          citation(key: $key) {
                            title publisher author origin publishedOn pageDatedOn writtenBefore claims { nodes { value } }
                          }
                        }""", Map.of("key", citation.name())));
    }

    @Test
    void unknownCitationIsNull() {
        assertEquals(json("{citation: null}"), data("{ citation(key: \"no-such\") { title } }"));
    }

    @Test
    void citationsAreOrderedByKeyByDefault() {
        StoredRow second =
                data.citation("b").with("author", data.unique("author")).save();
        StoredRow first =
                data.citation("a").with("author", data.unique("author")).save();
        assertEquals(
                json("{citations: {nodes: [{key: '%s'}, {key: '%s'}]}}".formatted(first.name(), second.name())),
                data(
                        "query ($author: String!) { citations(filter: {author: {eq: $author}}) { nodes { key } } }",
                        Map.of("author", data.unique("author"))));
    }

    @Test
    void claimReturnsItsProperties() {
        StoredRow brand = data.brand("b").save();
        StoredRow speaker = data.speaker("ceo").save();
        data.claim(citation, brand)
                .with("standing", "DISPUTED")
                .with("property", "name")
                .with("value", "Something else")
                .with("remark", "So they say")
                .with("spoken_by_id", speaker)
                .save();
        data.claim(citation, brand)
                .with("property", "parent")
                .with("likelihood", "LIKELY")
                .with("foreseen", true)
                .with("expected_on", "2027")
                .with("expected", "With the next flagships")
                .with("open_ended", true)
                .save();
        assertEquals(json("""
                        {citation: {claims: {nodes: [
                            {standing: 'REPORTED', likelihood: 'LIKELY', property: 'parent', value: null, foreseen: true,
                                expectedOn: '2027', expected: 'With the next flagships', effectsAreOpen: true,
                                remark: null, citation: {key: '%1$s'}, speaker: null, effects: []},
                            {standing: 'DISPUTED', likelihood: 'STATED', property: 'name', value: 'Something else',
                                foreseen: false, expectedOn: null, expected: null, effectsAreOpen: false,
                                remark: 'So they say', citation: {key: '%1$s'}, speaker: {slug: '%2$s'}, effects: []}]}}}""".formatted(citation.name(), speaker.name())), data("""
                        query ($key: String!) {
                          citation(key: $key) {
                            claims {
                              nodes {
                                standing likelihood property value foreseen expectedOn expected effectsAreOpen remark
                                citation { key } speaker { slug } effects { kind }
                              }
                            }
                          }
                        }""", Map.of("key", citation.name())));
    }

    @Test
    void claimReturnsItsSubject() {
        StoredRow brand = data.brand("b").save();
        StoredRow partnership = data.partnership("p").save();
        StoredRow device = data.device("d", brand).save();
        StoredRow market = data.country().save();
        data.claim(citation, data.figure(market, "2021").save()).save();
        data.claim(citation, data.launch(device, market).save()).save();
        data.claim(citation, market).save();
        data.claim(citation, device).save();
        data.claim(citation, partnership).save();
        data.claim(citation, brand).save();
        assertEquals(
                json("""
                        {citation: {claims: {nodes: [
                            {subject: {type: 'Figure', period: '2021'}},
                            {subject: {type: 'Launch', status: 'LAUNCHED'}},
                            {subject: {type: 'Market', code: '%s'}},
                            {subject: {type: 'Device', slug: '%s'}},
                            {subject: {type: 'Partnership', slug: '%s'}},
                            {subject: {type: 'Brand', slug: '%s'}}]}}}""".formatted(market.name(), device.name(), partnership.name(), brand.name())),
                data("""
                        query ($key: String!) {
                          citation(key: $key) {
                            claims(orderBy: {field: ADDED}) {
                              nodes {
                                subject {
                                  type: __typename
                                  ... on Figure { period } ... on Launch { status } ... on Market { code }
                                  ... on Device { slug } ... on Partnership { slug } ... on Brand { slug }
                                }
                              }
                            }
                          }
                        }""", Map.of("key", citation.name())));
    }

    @Test
    void claimLeadsToWhatItWouldAffectAndBack() {
        StoredRow brand = data.brand("b").save();
        StoredRow device = data.device("d", brand).save();
        StoredRow claim = data.claim(citation, data.partnership("p").save())
                .with("property", "endedOn")
                .with("foreseen", true)
                .save();
        data.effect(claim, device).save();
        data.effect(claim, brand)
                .with("kind", "BENEFITS")
                .with("statement", "Lower cost")
                .save();
        assertEquals(
                json("""
                        {citation: {claims: {nodes: [{effects: [
                            {kind: 'AFFECTED', statement: null, device: {slug: '%1$s'}, brand: null},
                            {kind: 'BENEFITS', statement: 'Lower cost', device: null, brand: {slug: '%2$s'}}]}]}},
                            device: {affectedBy: {edges: [{kind: 'AFFECTED', node: {property: 'endedOn'}}]}},
                            brand: {affectedBy: {edges: [{kind: 'BENEFITS', node: {property: 'endedOn'}}]}}}""".formatted(device.name(), brand.name())),
                data("""
                        query ($key: String!, $device: String!, $brand: String!) {
                          citation(key: $key) {
                            claims { nodes { effects { kind statement device { slug } brand { slug } } } }
                          }
                          device(slug: $device) { affectedBy { edges { kind node { property } } } }
                          brand(slug: $brand) { affectedBy { edges { kind node { property } } } }
                        }""", Map.of("key", citation.name(), "device", device.name(), "brand", brand.name())));
    }

    @Test
    void citationLeadsToWhatItRelaysAndWhoPaidForIt() {
        StoredRow relaying = data.citation("Relaying").relaying(citation).save();
        StoredRow brand = data.brand("payer").save();
        StoredRow paid = data.citation("Paid")
                .with("disclosure", "The brand paid the flights")
                .paidBy(brand)
                .save();
        assertEquals(
                json("""
                        {relaying: {basedOn: {nodes: [{key: '%1$s'}]}, disclosure: null, paidBy: {nodes: []}},
                            relayed: {relayedBy: {nodes: [{key: '%2$s'}]}},
                            paid: {disclosure: 'The brand paid the flights', paidBy: {nodes: [{slug: '%3$s'}]}}}""".formatted(citation.name(), relaying.name(), brand.name())),
                data("""
                        query ($relaying: String!, $relayed: String!, $paid: String!) {
                          relaying: citation(key: $relaying) {
                            basedOn { nodes { key } } disclosure paidBy { nodes { slug } }
                          }
                          relayed: citation(key: $relayed) { relayedBy { nodes { key } } }
                          paid: citation(key: $paid) { disclosure paidBy { nodes { slug } } }
                        }""", Map.of("relaying", relaying.name(), "relayed", citation.name(), "paid", paid.name())));
    }

    @Test
    void speakerLeadsToItsStatements() {
        StoredRow brand = data.brand("b").save();
        StoredRow speaker = data.speaker("ceo")
                .with("name", "A Person")
                .with("role", "Chief executive")
                .with("brand_id", brand)
                .citedFrom(citation)
                .save();
        data.claim(citation, brand)
                .with("property", "motive")
                .with("spoken_by_id", speaker)
                .save();
        assertEquals(
                json("""
                        {speaker: {slug: '%s', name: 'A Person', role: 'Chief executive', brand: {slug: '%s'}, standing: 'REPORTED',
                            citation: {key: '%s'}, statements: {nodes: [{property: 'motive'}]},
                            claims: {nodes: [{property: 'brand'}, {property: 'role'}]}}}""".formatted(speaker.name(), brand.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          speaker(slug: $slug) {
                            slug name role brand { slug } standing citation { key } statements { nodes { property } }
                            claims(filter: {property: {in: ["brand", "role"]}}, orderBy: {field: ADDED, direction: DESC}) {
                              nodes { property }
                            }
                          }
                        }""", Map.of("slug", speaker.name())));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-05-23, 2022-05-23, true",
        "2022-05-23, 2022-05, true",
        "2022-05-23, 2022, true",
        "2022, 2022-05-23, true",
        "2022-05, 2022, true",
        "2022-05-23, 2022-05-24, false",
        "2022-05, 2022-06-01, false",
        "2022, 2021, false",
        "2022, soon, false"
    })
    void claimedDateAgreesToTheCommonPrecision(String stored, String claimed, boolean agrees) {
        StoredRow device = data.device("d", data.brand("b").save())
                .with("released_on", stored)
                .save();
        data.claim(citation, device)
                .with("property", "releasedOn")
                .with("value", claimed)
                .save();
        assertEquals(json("[{agrees: " + agrees + "}]"), claimsOf(device));
    }

    @Test
    void claimedTextAgreesIfItIsEqual() {
        StoredRow device = data.device("d", data.brand("b").save())
                .with("chipset", "Kirin 9000")
                .save();
        claim(device, "chipset", "Kirin 9000");
        claim(device, "chipset", "Kirin 9010");
        claim(device, "kind", "MODEL");
        claim(device, "kind", "SERIES");
        assertEquals(json("[{agrees: true}, {agrees: false}, {agrees: true}, {agrees: false}]"), claimsOf(device));
    }

    @Test
    void claimedNumberAgreesIfItIsEqual() {
        StoredRow market = data.region().save();
        StoredRow figure = data.figure(market, "2021")
                .with("value", new BigDecimal("1.50"))
                .save();
        claim(figure, "value", "1.5");
        claim(figure, "value", "1.6");
        claim(figure, "value", "a lot");
        claim(figure, "rank", "1");
        assertEquals(
                json("{market: {figures: {nodes: [{claims: {nodes: "
                        + "[{agrees: true}, {agrees: false}, {agrees: false}, {agrees: true}]}}]}}}"),
                data(
                        "query ($code: String!, $key: String!) { market(code: $code) { figures { nodes { "
                                + "claims(filter: {citation: {eq: $key}}) { nodes { agrees } } } } } }",
                        Map.of("code", market.name(), "key", citation.name())));
    }

    @Test
    void agreementOfClaimWithoutValueIsNull() {
        StoredRow device = data.device("d", data.brand("b").save()).save();
        data.claim(citation, device).save();
        data.claim(citation, device)
                .with("property", "releasedOn")
                .with("foreseen", true)
                .with("likelihood", "DENIED")
                .save();
        assertEquals(json("[{agrees: null}, {agrees: null}]"), claimsOf(device));
    }

    @Test
    void claimsAreFilteredByPropertyAndStanding() {
        StoredRow device = data.device("d", data.brand("b").save()).save();
        data.claim(citation, device)
                .with("property", "chipset")
                .with("value", "1")
                .save();
        data.claim(citation, device)
                .with("property", "chipset")
                .with("value", "2")
                .with("standing", "RUMOURED")
                .save();
        data.claim(citation, device)
                .with("property", "name")
                .with("value", "3")
                .with("standing", "RUMOURED")
                .save();
        assertEquals(json("""
                        {device: {chipset: {nodes: [{value: '1'}, {value: '2'}]},
                            rumoured: {nodes: [{value: '2'}, {value: '3'}]}, both: {nodes: [{value: '2'}]}}}"""), data("""
                        query ($slug: String!, $key: String!) {
                          device(slug: $slug) {
                            chipset: claims(filter: {property: {eq: "chipset"}}) { nodes { value } }
                            rumoured: claims(filter: {standing: {eq: RUMOURED}, citation: {eq: $key}}) { nodes { value } }
                            both: claims(filter: {property: {eq: "chipset"}, standing: {in: [RUMOURED, DISPUTED]}}) {
                              nodes { value }
                            }
                          }
                        }""", Map.of("slug", device.name(), "key", citation.name())));
    }

    private void claim(StoredRow subject, String property, String value) {
        data.claim(citation, subject)
                .with("property", property)
                .with("value", value)
                .save();
    }

    private JsonNode claimsOf(StoredRow device) {
        return data(
                        "query ($slug: String!, $key: String!) { device(slug: $slug) { "
                                + "claims(filter: {citation: {eq: $key}}) { nodes { agrees } } } }",
                        Map.of("slug", device.name(), "key", citation.name()))
                .at("/device/claims/nodes");
    }
}
