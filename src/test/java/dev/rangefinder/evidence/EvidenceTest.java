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
        data.claim(citation, brand)
                .with("standing", "DISPUTED")
                .with("property", "name")
                .with("value", "Something else")
                .with("remark", "So they say")
                .save();
        data.claim(citation, brand)
                .with("property", "parent")
                .with("expectation", "WILL_HAPPEN")
                .save();
        assertEquals(json("""
                        {brand: {claims: {nodes: [
                            {standing: 'DISPUTED', property: 'name', value: 'Something else', expectation: null,
                                remark: 'So they say', citation: {key: '%1$s'}, affects: {nodes: []}},
                            {standing: 'REPORTED', property: 'parent', value: null, expectation: 'WILL_HAPPEN',
                                remark: null, citation: {key: '%1$s'}, affects: {nodes: []}}]}}}""".formatted(citation.name())), data("""
                        query ($slug: String!) {
                          brand(slug: $slug) {
                            claims {
                              nodes {
                                standing property value expectation remark citation { key } affects { nodes { slug } }
                              }
                            }
                          }
                        }""", Map.of("slug", brand.name())));
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
                            claims {
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
    void claimListsTheDevicesThatItAffects() {
        StoredRow brand = data.brand("b").save();
        StoredRow old = data.device("old", brand).with("released_on", "2021").save();
        StoredRow young =
                data.device("young", brand).with("released_on", "2023").save();
        StoredRow claim = data.claim(citation, brand).save();
        data.addAffectedDevice(claim, old);
        data.addAffectedDevice(claim, young);
        assertEquals(
                json("{brand: {claims: {nodes: [{affects: {totalCount: 2, nodes: [{slug: '%s'}, {slug: '%s'}]}}]}}}"
                        .formatted(young.name(), old.name())),
                data("""
                        query ($slug: String!) {
                          brand(slug: $slug) { claims { nodes { affects { totalCount nodes { slug } } } } }
                        }""", Map.of("slug", brand.name())));
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
                        "query ($code: String!) { market(code: $code) { figures { nodes { claims { nodes { agrees } } } } } }",
                        Map.of("code", market.name())));
    }

    @Test
    void agreementOfClaimWithoutValueIsNull() {
        StoredRow device = data.device("d", data.brand("b").save()).save();
        data.claim(citation, device).save();
        data.claim(citation, device)
                .with("property", "releasedOn")
                .with("expectation", "WILL_NOT_HAPPEN")
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
                        query ($slug: String!) {
                          device(slug: $slug) {
                            chipset: claims(filter: {property: {eq: "chipset"}}) { nodes { value } }
                            rumoured: claims(filter: {standing: {eq: RUMOURED}}) { nodes { value } }
                            both: claims(filter: {property: {eq: "chipset"}, standing: {in: [RUMOURED, DISPUTED]}}) {
                              nodes { value }
                            }
                          }
                        }""", Map.of("slug", device.name())));
    }

    private void claim(StoredRow subject, String property, String value) {
        data.claim(citation, subject)
                .with("property", property)
                .with("value", value)
                .save();
    }

    private static JsonNode claimsOf(StoredRow device) {
        return data(
                        "query ($slug: String!) { device(slug: $slug) { claims { nodes { agrees } } } }",
                        Map.of("slug", device.name()))
                .at("/device/claims/nodes");
    }
}
