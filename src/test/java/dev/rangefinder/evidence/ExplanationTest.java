package dev.rangefinder.evidence;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.RowBuilder;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The explanation of a property by the claims for and against its value. */
@QuarkusTest
class ExplanationTest {

    private final CatalogueData data = new CatalogueData();
    private final StoredRow source = data.citation("source").save();
    private final StoredRow relaying =
            data.citation("relaying").relaying(source).save();
    private final StoredRow other = data.citation("other").save();
    private final StoredRow brand = data.brand("maker").citedFrom(other).save();

    private RowBuilder claim(StoredRow citation, StoredRow subject, String property, String value) {
        return data.claim(citation, subject).with("property", property).with("value", value);
    }

    @Test
    void explanationHasTheValueAndItsClaimsInTheOrderOfTheirStrength() {
        StoredRow device = data.device("d", brand)
                .with("released_on", "2022-05")
                .citedFrom(source, "RUMOURED")
                .save();
        claim(other, device, "releasedOn", "2022").with("standing", "CONFIRMED").save();
        claim(other, device, "releasedOn", "2023").save();
        assertEquals(json("""
                {property: 'releasedOn', value: '2022-05',
                    supporting: {independentSources: 2, paidByParty: 0, claims: [
                        {value: '2022', standing: 'CONFIRMED'}, {value: '2022-05', standing: 'RUMOURED'}]},
                    opposing: {independentSources: 1, paidByParty: 0, claims: [
                        {value: '2023', standing: 'REPORTED'}]}}"""), explain(device, "releasedOn"));
    }

    @Test
    void citationsThatRelayOneSourceCountAsOne() {
        StoredRow device = data.device("d", brand)
                .with("chipset", "Kirin 9000")
                .citedFrom(source)
                .save();
        claim(relaying, device, "chipset", "Kirin 9000").save();
        claim(data.citation("again").relaying(relaying).save(), device, "chipset", "Kirin 9000")
                .save();
        assertEquals(
                1,
                explain(device, "chipset").at("/supporting/independentSources").asInt());

        claim(other, device, "chipset", "Kirin 9000").save();
        assertEquals(
                2,
                explain(device, "chipset").at("/supporting/independentSources").asInt());
    }

    @Test
    void denialOpposesAnExpectation() {
        StoredRow device = data.device("d", brand).save();
        data.claim(source, device)
                .with("property", "end")
                .with("foreseen", true)
                .with("likelihood", "POSSIBLE")
                .with("expected", "Soon")
                .save();
        data.claim(other, device)
                .with("property", "end")
                .with("foreseen", true)
                .with("likelihood", "DENIED")
                .save();
        JsonNode end = explain(device, "end");
        assertEquals(json("null"), end.get("value"));
        assertEquals(1, end.at("/supporting/claims").size());
        assertEquals(1, end.at("/opposing/claims").size());
        assertEquals(1, end.at("/opposing/independentSources").asInt());
    }

    @Test
    void onlySourcesThatAPartyPaidForAreCountedAsPaid() {
        StoredRow partner = data.brand("partner").save();
        StoredRow partnership = data.partnership("p").save();
        data.member(partnership, brand, "HANDSET_MAKER").save();
        data.member(partnership, partner, "IMAGING_PARTNER").save();
        StoredRow paid = data.citation("paid").paidBy(partner).save();
        StoredRow paidByAnother =
                data.citation("another").paidBy(data.brand("else").save()).save();
        claim(paid, partnership, "motive", "Sales").save();
        claim(paidByAnother, partnership, "motive", "Fame").save();
        claim(other, partnership, "motive", "Love").save();
        assertEquals(
                json(
                        "{supporting: {independentSources: 3, paidByParty: 1}, opposing: {independentSources: 0, paidByParty: 0}}"),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            explain(property: "motive") {
                              supporting { independentSources paidByParty } opposing { independentSources paidByParty }
                            }
                          }
                        }""", Map.of("slug", partnership.name())).at("/partnership/explain"));
    }

    @Test
    void valuesOfAListAreExplainedTogether() {
        StoredRow device = data.partnership("p")
                .with("lines", new String[] {"P series", "Mate series"})
                .citedFrom(source)
                .save();
        assertEquals(
                json(
                        "{partnership: {explain: {value: 'Mate series, P series', supporting: {claims: [{value: 'P series'}, {value: 'Mate series'}]}}}}"),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            explain(property: "lines") { value supporting { claims { value } } }
                          }
                        }""", Map.of("slug", device.name())));
    }

    @Test
    void nameHasAValueWithoutEvidence() {
        assertEquals(json("""
                {property: 'name', value: 'd', supporting: {independentSources: 0, paidByParty: 0, claims: []},
                    opposing: {independentSources: 0, paidByParty: 0, claims: []}}"""), explain(data.device("d", brand).save(), "name"));
    }

    @Test
    void citationLeadsToAllThatItSupports() {
        StoredRow cited = data.citation("cited").save();
        StoredRow partnership = data.partnership("p").citedFrom(cited).save();
        data.term(partnership, "PEOPLE").with("number", 25).citedFrom(cited).save();
        data.event("e").citedFrom(cited).save();
        claim(cited, partnership, "motive", "Sales").save();
        assertEquals(
                json(
                        "{citation: {supports: {totalCount: 3, nodes: [{type: 'Partnership'}, {type: 'Term'}, {type: 'Event'}]}, "
                                + "terms: {nodes: [{subject: {number: 25}}]}}}"),
                data("""
                        query ($key: String!) {
                          citation(key: $key) {
                            supports { totalCount nodes { type } }
                            terms: supports(filter: {type: {eq: "Term"}}) { nodes { subject { ... on Term { number } } } }
                          }
                        }""", Map.of("key", cited.name())));
    }

    private static JsonNode explain(StoredRow device, String property) {
        return data("""
                query ($slug: String!, $property: String!) {
                  device(slug: $slug) {
                    explain(property: $property) {
                      property value
                      supporting { independentSources paidByParty claims { value standing } }
                      opposing { independentSources paidByParty claims { value standing } }
                    }
                  }
                }""", Map.of("slug", device.name(), "property", property)).at("/device/explain");
    }
}
