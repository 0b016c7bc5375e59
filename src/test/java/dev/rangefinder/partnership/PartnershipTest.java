package dev.rangefinder.partnership;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of partnerships and their relations. */
@QuarkusTest
class PartnershipTest {

    private static final List<String> BEGINNINGS = Arrays.asList(null, "2020", "2020-03", "2020-03-10");

    private static final List<String> ENDS = Arrays.asList(null, "2020-03", "2020-03-10", "2021");

    private final CatalogueData data = new CatalogueData();

    @Test
    void partnershipReturnsItsProperties() {
        StoredRow citation = data.citation("C").save();
        StoredRow partnership = data.partnership("leica-xiaomi")
                .with("name", "Leica and Xiaomi")
                .with("announced_on", "2022-05-23")
                .with("started_on", "2022-07")
                .with("ended_on", "2025")
                .with("signed_on", "2022-05")
                .with("product_brands", new String[] {"Leitz", "Leica"})
                .with("lines", new String[] {"P series"})
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {partnership: {slug: '%s', name: 'Leica and Xiaomi', announcedOn: '2022-05-23',
                            signedOn: '2022-05', startedOn: '2022-07', endedOn: '2025',
                            productBrands: ['Leitz', 'Leica'], lines: ['P series'],
                            standing: 'REPORTED', citation: {key: '%s'}}}""".formatted(partnership.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            slug name announcedOn signedOn startedOn endedOn productBrands lines standing citation { key }
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void unknownPropertyOfPartnershipIsNull() {
        StoredRow partnership = data.partnership("unknown").save();
        assertEquals(json("""
                        {partnership: {announcedOn: null, signedOn: null, startedOn: null, endedOn: null, ongoing: null,
                            productBrands: [], lines: [], succeeds: null, status: 'UNKNOWN'}}"""), data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            announcedOn signedOn startedOn endedOn ongoing productBrands lines succeeds { slug } status
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

    /** Announced on a day of the year in which it started: it cannot have been active before. */
    @Test
    void preciseBeginningBeatsAVagueOne() {
        StoredRow announced = data.partnership("announced")
                .with("announced_on", "2022-05-23")
                .with("started_on", "2022")
                .save();
        StoredRow signed = data.partnership("signed")
                .with("signed_on", "2015")
                .with("ended_on", "2022-03")
                .save();
        assertEquals(
                json(
                        "{announced: {before: 'UNKNOWN', since: 'ACTIVE'}, signed: {before: 'UNKNOWN', since: 'ACTIVE', last: 'ACTIVE', after: 'ENDED'}}"),
                data("""
                        query ($announced: String!, $signed: String!) {
                          announced: partnership(slug: $announced) {
                            before: status(on: "2022-05-22") since: status(on: "2022-05-23")
                          }
                          signed: partnership(slug: $signed) {
                            before: status(on: "2014") since: status(on: "2015-01-01")
                            last: status(on: "2022-03-31") after: status(on: "2022-04-01")
                          }
                        }""", Map.of("announced", announced.name(), "signed", signed.name())));
    }

    @Test
    void partnershipThatGoesOnIsActiveToday() {
        StoredRow partnership =
                data.partnership("ongoing").with("ongoing", true).save();
        assertEquals(
                json("{partnership: {ongoing: true, status: 'ACTIVE', before: 'UNKNOWN'}}"),
                data(
                        "query ($slug: String!) { partnership(slug: $slug) { ongoing status before: status(on: \"2019\") } }",
                        Map.of("slug", partnership.name())));
    }

    /** The database and the service each derive the status: both agree on every combination of dates, on every kind of day. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2020", "2020-03", "2020-03-10"})
    void filterFindsThePartnershipsWhoseStatusIsReturned(String signed) {
        for (String announced : BEGINNINGS) {
            for (String started : BEGINNINGS) {
                ENDS.forEach(ended -> saveIfValid(signed, announced, started, ended));
            }
        }
        for (String day :
                List.of("2019", "2020-01-01", "2020-03-09", "2020-03", "2020-04-01", "2021-02-01", "2022", "9999")) {
            assertFiltersFindTheirStatus(Map.of("name", data.unique("status"), "on", day));
        }
        assertFiltersFindTheirStatus(Map.of("name", data.unique("status")));
    }

    /** The database rejects an end before a beginning. */
    private void saveIfValid(String signed, String announced, String started, String ended) {
        boolean valid = ended == null
                || Stream.of(signed, announced, started)
                        .allMatch(date -> date == null || date.compareTo(ended + '~') <= 0);
        if (valid) {
            data.partnership("" + signed + '-' + announced + '-' + started + '-' + ended)
                    .with("name", data.unique("status"))
                    .with("signed_on", signed)
                    .with("announced_on", announced)
                    .with("started_on", started)
                    .with("ended_on", ended)
                    .with("ongoing", ended == null && signed == null ? true : null)
                    .save();
        }
    }

    private static void assertFiltersFindTheirStatus(Map<String, String> variables) {
        JsonNode found = data("""
                        query ($name: String!, $on: PartialDate) {
                          all: partnerships(first: 100, filter: {name: {eq: $name}}) { ...statuses }
                          ANNOUNCED: partnerships(first: 100, filter: {name: {eq: $name}, status: {eq: ANNOUNCED, on: $on}}) { ...statuses }
                          ACTIVE: partnerships(first: 100, filter: {name: {eq: $name}, status: {eq: ACTIVE, on: $on}}) { ...statuses }
                          ENDED: partnerships(first: 100, filter: {name: {eq: $name}, status: {eq: ENDED, on: $on}}) { ...statuses }
                          UNKNOWN: partnerships(first: 100, filter: {name: {eq: $name}, status: {eq: UNKNOWN, on: $on}}) { ...statuses }
                          either: partnerships(first: 100, filter: {name: {eq: $name}, status: {in: [ACTIVE, ENDED], on: $on}}) { ...statuses }
                        }
                        fragment statuses on PartnershipConnection { nodes { slug status(on: $on) } pageInfo { hasNextPage } }""", variables);
        List<JsonNode> all = nodes(found.at("/all"));
        assertFalse(found.at("/all/pageInfo/hasNextPage").asBoolean());
        for (String status : List.of("ANNOUNCED", "ACTIVE", "ENDED", "UNKNOWN")) {
            assertEquals(withStatus(all, status), nodes(found.at("/" + status)), variables + " " + status);
        }
        assertEquals(withStatus(all, "ACTIVE", "ENDED"), nodes(found.at("/either")), variables + " ACTIVE or ENDED");
    }

    private static List<JsonNode> withStatus(List<JsonNode> partnerships, String... statuses) {
        return partnerships.stream()
                .filter(node -> List.of(statuses).contains(node.at("/status").asText()))
                .toList();
    }

    private static List<JsonNode> nodes(JsonNode connection) {
        return StreamSupport.stream(connection.at("/nodes").spliterator(), false)
                .toList();
    }

    @Test
    void partnershipSucceedsAnother() {
        StoredRow first = data.partnership("first").save();
        StoredRow second = data.partnership("second").with("succeeds_id", first).save();
        assertEquals(
                json("{first: {successors: {nodes: [{slug: '%s'}]}}, second: {succeeds: {slug: '%s'}}}"
                        .formatted(second.name(), first.name())),
                data("""
                        query ($first: String!, $second: String!) {
                          first: partnership(slug: $first) { successors { nodes { slug } } }
                          second: partnership(slug: $second) { succeeds { slug } }
                        }""", Map.of("first", first.name(), "second", second.name())));
    }

    @Test
    void closestTerritoryDecidesAboutAMarket() {
        StoredRow world = data.region().save();
        StoredRow continent = data.region().inside(world).save();
        StoredRow country = data.country().inside(continent).save();
        StoredRow other = data.country().inside(continent).save();
        StoredRow elsewhere = data.country().save();
        StoredRow partnership = data.partnership("global").save();
        data.territory(partnership, world, true).with("exclusive", true).save();
        data.territory(partnership, country, false).with("until", "2023").save();
        assertEquals(
                json("""
                        {partnership: {excluded: {included: false, market: {code: '%1$s'}}, later: {included: true, market: {code: '%2$s'}},
                            other: {included: true, market: {code: '%2$s'}}, elsewhere: null}}""".formatted(country.name(), world.name())),
                data(
                        """
                        query ($slug: String!, $country: String!, $other: String!, $elsewhere: String!) {
                          partnership(slug: $slug) {
                            excluded: territoryIn(market: $country, on: "2023-12-31") { included market { code } }
                            later: territoryIn(market: $country, on: "2024") { included market { code } }
                            other: territoryIn(market: $other) { included market { code } }
                            elsewhere: territoryIn(market: $elsewhere) { included }
                          }
                        }""",
                        Map.of(
                                "slug", partnership.name(),
                                "country", country.name(),
                                "other", other.name(),
                                "elsewhere", elsewhere.name())));
    }

    @Test
    void partnershipListsItsMembers() {
        StoredRow partnership = data.partnership("two").save();
        StoredRow optics =
                data.brand("optics").with("makes", new String[] {"OPTICS"}).save();
        StoredRow maker = data.brand("maker").save();
        data.member(partnership, optics, "IMAGING_PARTNER").save();
        data.member(partnership, maker, "HANDSET_MAKER").save();
        assertEquals(
                json("""
                        {partnership: {members: [{role: 'HANDSET_MAKER', brand: {slug: '%s'}},
                            {role: 'IMAGING_PARTNER', brand: {slug: '%s'}}]}}""".formatted(maker.name(), optics.name())),
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
                                citation: {key: '%s'}}]}}""".formatted(world.name(), citation.name(), excepted.name(), data.unique("evidence"))),
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
        data.term(partnership, "ROYALTY")
                .with("amount_from", new BigDecimal("30"))
                .with("amount_to", new BigDecimal("39.90"))
                .with("amount_currency", "CNY")
                .with("converted_amount", new BigDecimal("4.20"))
                .with("converted_currency", "USD")
                .with("approximate", true)
                .citedFrom(citation)
                .save();
        data.term(partnership, "PEOPLE").with("number", 100).save();
        data.term(partnership, "HARDWARE_CHOICE")
                .with("decided_by", new String[] {"HANDSET_MAKER", "IMAGING_PARTNER"})
                .with("statement", "From chipset to sensor")
                .save();
        assertEquals(
                json("""
                        {partnership: {terms: [
                            {kind: 'ROYALTY', statement: null, number: null, approximate: true,
                                decidedBy: [], amount: {from: '30', to: '39.90', toExcluded: false, currency: 'CNY'},
                                converted: {amount: '4.20', currency: 'USD'}, standing: 'REPORTED',
                                citation: {key: '%1$s'}},
                            {kind: 'PEOPLE', statement: null, number: 100, approximate: false,
                                decidedBy: [], amount: null, converted: null, standing: 'RUMOURED', citation: {key: '%2$s'}},
                            {kind: 'HARDWARE_CHOICE', statement: 'From chipset to sensor', number: null,
                                approximate: false, decidedBy: ['HANDSET_MAKER', 'IMAGING_PARTNER'], amount: null, converted: null,
                                standing: 'RUMOURED', citation: {key: '%2$s'}}]}}""".formatted(citation.name(), data.unique("evidence"))),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            terms {
                              kind statement number approximate decidedBy amount { from to toExcluded currency }
                              converted { amount currency } standing citation { key }
                            }
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    @Test
    void amountMayBeOpenOnOneSide() {
        StoredRow partnership = data.partnership("open").save();
        data.term(partnership, "PRICE")
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
                .resultingFrom(partnership)
                .save();
        data.claim(data.citation("C").save(), partnership)
                .with("property", "motive")
                .save();
        assertEquals(
                json("{partnership: {devices: {nodes: [{slug: '%s'}]}, claims: {nodes: [{property: 'motive'}]}}}"
                        .formatted(device.name())),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) { devices { nodes { slug } } claims(filter: {property: {eq: "motive"}}) { nodes { property } } }
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
