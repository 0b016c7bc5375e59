package dev.rangefinder.partnership;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of partnerships and their relations. */
@QuarkusTest
class PartnershipTest {

    private final CatalogueData data = new CatalogueData();

    @Test
    void partnershipReturnsItsProperties() {
        StoredRow citation = data.citation("C").save();
        StoredRow partnership = data.partnership("leica-xiaomi")
                .with("name", "Leica and Xiaomi")
                .with("announced_on", "2022-05-23")
                .with("started_on", "2022-07")
                .with("ended_on", "2025")
                .with("product_brand", "Leitz")
                .with("line", "P series")
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {partnership: {slug: '%s', name: 'Leica and Xiaomi', announcedOn: '2022-05-23',
                            startedOn: '2022-07', endedOn: '2025', productBrand: 'Leitz', line: 'P series',
                            standing: 'REPORTED', citation: {key: '%s'}}}""".formatted(partnership.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            slug name announcedOn startedOn endedOn productBrand line standing citation { key }
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void unknownPropertyOfPartnershipIsNull() {
        StoredRow partnership = data.partnership("unknown").save();
        assertEquals(json("""
                        {partnership: {announcedOn: null, startedOn: null, endedOn: null, productBrand: null,
                            line: null, citation: null, status: 'UNKNOWN'}}"""), data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            announcedOn startedOn endedOn productBrand line citation { key } status
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void partnershipIsAnnouncedThenActiveThenEnded() {
        StoredRow partnership = data.partnership("dated")
                .with("announced_on", "2020-03-10")
                .with("started_on", "2021-05-20")
                .with("ended_on", "2022-08-30")
                .save();
        assertEquals(json("""
                        {partnership: {before: 'UNKNOWN', announced: 'ANNOUNCED', still: 'ANNOUNCED', started: 'ACTIVE',
                            last: 'ACTIVE', ended: 'ENDED'}}"""), data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            before: status(on: "2020-03-09") announced: status(on: "2020-03-10")
                            still: status(on: "2021-05-19") started: status(on: "2021-05-20")
                            last: status(on: "2022-08-30") ended: status(on: "2022-08-31")
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void partialDateIsReachedOnItsFirstPossibleDay() {
        StoredRow partnership = data.partnership("vague")
                .with("announced_on", "2020")
                .with("started_on", "2021-05")
                .with("ended_on", "2022")
                .save();
        assertEquals(json("""
                        {partnership: {before: 'UNKNOWN', announced: 'ANNOUNCED', still: 'ANNOUNCED', started: 'ACTIVE',
                            last: 'ACTIVE', ended: 'ENDED'}}"""), data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            before: status(on: "2019-12-31") announced: status(on: "2020-01-01")
                            still: status(on: "2021-04-30") started: status(on: "2021-05-01")
                            last: status(on: "2022-12-31") ended: status(on: "2023-01-01")
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void statusOnAMonthOrYearIsThatOfItsLastDay() {
        StoredRow partnership = data.partnership("dated")
                .with("started_on", "2021-05-31")
                .with("ended_on", "2022-12-30")
                .save();
        assertEquals(
                json("{partnership: {april: 'UNKNOWN', may: 'ACTIVE', first: 'ACTIVE', second: 'ENDED'}}"),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            april: status(on: "2021-04") may: status(on: "2021-05")
                            first: status(on: "2021") second: status(on: "2022")
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void statusIsThatOfTodayByDefault() {
        StoredRow over = data.partnership("over").with("ended_on", "2019").save();
        StoredRow running =
                data.partnership("running").with("started_on", "2019").save();
        StoredRow coming = data.partnership("coming")
                .with("announced_on", "2019")
                .with("started_on", "9999")
                .save();
        assertEquals(
                json("{over: {status: 'ENDED'}, running: {status: 'ACTIVE'}, coming: {status: 'ANNOUNCED'}}"),
                data("""
                        query ($over: String!, $running: String!, $coming: String!) {
                          over: partnership(slug: $over) { status }
                          running: partnership(slug: $running) { status }
                          coming: partnership(slug: $coming) { status }
                        }""", Map.of("over", over.name(), "running", running.name(), "coming", coming.name())));
    }

    @Test
    void partnershipListsItsMembers() {
        StoredRow partnership = data.partnership("two").save();
        StoredRow optics = data.brand("optics").with("makes", "CAMERA_OPTICS").save();
        StoredRow maker = data.brand("maker").save();
        data.member(partnership, optics, "OPTICS_PARTNER").save();
        data.member(partnership, maker, "HANDSET_MAKER").save();
        assertEquals(
                json("""
                        {partnership: {members: [{role: 'HANDSET_MAKER', brand: {slug: '%s'}},
                            {role: 'OPTICS_PARTNER', brand: {slug: '%s'}}]}}""".formatted(maker.name(), optics.name())),
                data(
                        "query ($slug: String!) { partnership(slug: $slug) { members { role brand { slug } } } }",
                        Map.of("slug", partnership.name())));
    }

    @Test
    void partnershipListsItsTerritories() {
        StoredRow partnership = data.partnership("global").save();
        StoredRow citation = data.citation("C").save();
        StoredRow excepted = data.country().save();
        StoredRow world = data.region().save();
        data.territory(partnership, excepted, false).save();
        data.territory(partnership, world, true)
                .with("exclusive", true)
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {partnership: {territories: [
                            {included: true, exclusive: true, standing: 'REPORTED', market: {code: '%s'},
                                citation: {key: '%s'}},
                            {included: false, exclusive: null, standing: 'RUMOURED', market: {code: '%s'},
                                citation: null}]}}""".formatted(world.name(), citation.name(), excepted.name())),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            territories { included exclusive standing market { code } citation { key } }
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void partnershipListsItsTerms() {
        StoredRow partnership = data.partnership("agreed").save();
        StoredRow citation = data.citation("C").save();
        data.term(partnership, "LICENCE_FEE_PER_HANDSET")
                .with("amount_from", new BigDecimal("30"))
                .with("amount_to", new BigDecimal("39.90"))
                .with("amount_currency", "CNY")
                .with("converted_amount", new BigDecimal("4.20"))
                .with("converted_currency", "USD")
                .with("approximate", true)
                .citedFrom(citation)
                .save();
        data.term(partnership, "PEOPLE_AT_OPTICS_PARTNER").with("number", 100).save();
        data.term(partnership, "CHOICE_OF_HARDWARE")
                .with("decided_by", "HANDSET_MAKER")
                .with("statement", "From chipset to sensor")
                .save();
        assertEquals(json("""
                        {partnership: {terms: [
                            {kind: 'LICENCE_FEE_PER_HANDSET', statement: null, number: null, approximate: true,
                                decidedBy: null, amount: {from: '30', to: '39.90', currency: 'CNY'},
                                converted: {amount: '4.20', currency: 'USD'}, standing: 'REPORTED',
                                citation: {key: '%s'}},
                            {kind: 'PEOPLE_AT_OPTICS_PARTNER', statement: null, number: 100, approximate: false,
                                decidedBy: null, amount: null, converted: null, standing: 'RUMOURED', citation: null},
                            {kind: 'CHOICE_OF_HARDWARE', statement: 'From chipset to sensor', number: null,
                                approximate: false, decidedBy: 'HANDSET_MAKER', amount: null, converted: null,
                                standing: 'RUMOURED', citation: null}]}}""".formatted(citation.name())), data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            terms {
                              kind statement number approximate decidedBy amount { from to currency }
                              converted { amount currency } standing citation { key }
                            }
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void amountMayBeOpenOnOneSide() {
        StoredRow partnership = data.partnership("open").save();
        data.term(partnership, "PRICE_MADE_POSSIBLE")
                .with("amount_from", new BigDecimal("6000"))
                .with("amount_currency", "CNY")
                .save();
        assertEquals(
                json("{partnership: {terms: [{amount: {from: '6000', to: null, currency: 'CNY'}}]}}"),
                data(
                        "query ($slug: String!) { partnership(slug: $slug) { terms { amount { from to currency } } } }",
                        Map.of("slug", partnership.name())));
    }

    @Test
    void partnershipListsItsDevicesAndClaims() {
        StoredRow partnership = data.partnership("p").save();
        StoredRow device = data.device("d", data.brand("b").save())
                .with("partnership_id", partnership)
                .save();
        data.claim(data.citation("C").save(), partnership)
                .with("property", "endedOn")
                .save();
        assertEquals(
                json("{partnership: {devices: {nodes: [{slug: '%s'}]}, claims: {nodes: [{property: 'endedOn'}]}}}"
                        .formatted(device.name())),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) { devices { nodes { slug } } claims { nodes { property } } }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void partnershipsAreOrderedBySlugByDefault() {
        StoredRow brand = data.brand("brand").save();
        StoredRow second = data.partnership("b").save();
        StoredRow first = data.partnership("a").save();
        data.member(second, brand, "HANDSET_MAKER").save();
        data.member(first, brand, "HANDSET_MAKER").save();
        assertEquals(
                json("{partnerships: {nodes: [{slug: '%s'}, {slug: '%s'}]}}".formatted(first.name(), second.name())),
                data("""
                        query ($brand: String!) {
                          partnerships(filter: {members: {some: {brand: {eq: $brand}}}}) { nodes { slug } }
                        }""", Map.of("brand", brand.name())));
    }

    @Test
    void unknownPartnershipIsNull() {
        assertEquals(json("{partnership: null}"), data("{ partnership(slug: \"no-such\") { name } }"));
    }
}
