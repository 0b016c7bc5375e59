package dev.rangefinder.history;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.RowBuilder;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of the world as it stood on a day. Each rule has a test; EveryDayTest tests how they fit together. */
@QuarkusTest
class ValidOnTest {

    private static final String NODE = "query ($id: ID!, $on: PartialDate!, $validity: Validity)"
            + " @asOf(validOn: $on, validity: $validity) { node(id: $id) { id } }";

    private static final String FUTURE = "2999-12-31";

    private final CatalogueData data = new CatalogueData();

    private static boolean isThere(StoredRow row, String day, String validity) {
        return !data(NODE, Map.of("id", row.id(), "on", day, "validity", validity))
                .path("node")
                .isNull();
    }

    /** Whether a row is there on some days: C if it certainly is, P if it possibly is, - if it is not. */
    private static String on(StoredRow row, String... days) {
        StringBuilder there = new StringBuilder();
        for (String day : days) {
            boolean certainly = isThere(row, day, "CERTAINLY");
            boolean possibly = isThere(row, day, "POSSIBLY");
            there.append(certainly && possibly ? 'C' : certainly ? '!' : possibly ? 'P' : '-');
        }
        return there.toString();
    }

    private static JsonNode on(String day, String selection) {
        return data("query ($on: PartialDate) @asOf(validOn: $on) { " + selection + " }", Map.of("on", day));
    }

    private RowBuilder one(String table, String word, StoredRow brand) {
        return table.equals("device") ? data.device(word, brand).with("kind", "SERIES") : data.partnership(word);
    }

    private StoredRow device() {
        return data.device("device", brand()).with("released_on", "2020").save();
    }

    private StoredRow brand() {
        return data.brand("brand").save();
    }

    private StoredRow partnership() {
        return data.partnership("partnership").with("started_on", "2020-06").save();
    }

    @Test
    void partnershipIsThereFromItsStart() {
        StoredRow partnership = data.partnership("partnership")
                .with("announced_on", "2020-03-09")
                .with("started_on", "2020-06")
                .with("ended_on", "2022")
                .save();

        assertEquals(
                "--PPCCC",
                on(partnership, "2020-03-09", "2020-05-31", "2020-06-01", "2020-06-29", "2020-06-30", "2022", FUTURE));
        String status = "partnership(slug: \"" + partnership.name() + "\") { status }";
        assertEquals(
                "ACTIVE", on("2022-12-31", status).at("/partnership/status").asText());
        assertEquals("ENDED", on("2023-01-01", status).at("/partnership/status").asText());
    }

    @Test
    void partnershipStartsWithItsSigningOrPossiblyAfterItsAnnouncement() {
        assertEquals(
                "-PC",
                on(
                        data.partnership("signed").with("signed_on", "2020-06").save(),
                        "2020-05-31",
                        "2020-06-01",
                        "2020-06-30"));
        assertEquals(
                "-PP",
                on(
                        data.partnership("announced")
                                .with("announced_on", "2020-06")
                                .save(),
                        "2020-05-31",
                        "2020-06-01",
                        FUTURE));
    }

    @Test
    void partnershipStartsOnTheDayOfItsMostPreciseBeginning() {
        StoredRow partnership = data.partnership("partnership")
                .with("announced_on", "2020-05-23")
                .with("started_on", "2020")
                .save();

        assertEquals("--PPC", on(partnership, "2020-01-01", "2020-05-22", "2020-05-23", "2020-12-30", "2020-12-31"));
    }

    @Test
    void partnershipThatGoesOnIsThereFromTheDayOfTheRevision() {
        StoredRow partnership =
                data.partnership("partnership").with("ongoing", true).save();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertEquals(
                "PCC",
                on(partnership, today.minusDays(9).toString(), today.plusDays(1).toString(), FUTURE));
    }

    @Test
    void partnershipIsThereWhenItsFirstDeviceIsOut() {
        StoredRow partnership = data.partnership("partnership")
                .with("announced_on", "2020")
                .with("started_on", "2020")
                .save();
        StoredRow device =
                data.device("device", brand()).with("released_on", "2020-06").save();
        StoredRow collaboration = data.collaboration(partnership, device).save();

        assertEquals("-PCC", on(partnership, "2019-12-31", "2020-05-31", "2020-06-30", "2020-12-31"));
        assertEquals("-CC", on(collaboration, "2020-05-31", "2020-06-30", "2020-12-31"));
    }

    @Test
    void partnershipIsNotThereBeforeItsStartEvenIfADeviceIsOut() {
        StoredRow partnership =
                data.partnership("partnership").with("started_on", "2021").save();
        StoredRow collaboration = data.collaboration(partnership, device()).save();

        assertEquals("-CC", on(partnership, "2020-12-31", "2021-01-01", "2021-12-31"));
        assertEquals("-CC", on(collaboration, "2020-12-31", "2021-01-01", "2021-12-31"));
    }

    @Test
    void memberIsThereFromJoiningToLeaving() {
        StoredRow brand = brand();
        StoredRow member = data.member(partnership(), brand, "HANDSET_MAKER")
                .with("joined_on", "2021")
                .with("left_on", "2023-04")
                .save();

        assertEquals(
                "-PCCPP-",
                on(
                        member,
                        "2020-12-31",
                        "2021-01-01",
                        "2021-12-31",
                        "2023-04-01",
                        "2023-04-02",
                        "2023-04-30",
                        "2023-05-01"));
        String selection =
                "brand(slug: \"" + brand.name() + "\") { partnerships { totalCount nodes { members { id } } } }";
        assertEquals(
                1, on("2022", selection).at("/brand/partnerships/totalCount").asInt());
        assertEquals(GraphQLClient.json("{brand: {partnerships: {totalCount: 0, nodes: []}}}"), on("2024", selection));
    }

    @Test
    void memberWithoutDatesIsThereWithItsPartnership() {
        StoredRow member = data.member(partnership(), brand(), "HANDSET_MAKER").save();

        assertEquals("-PCC", on(member, "2020-05-31", "2020-06-01", "2020-06-30", FUTURE));
    }

    @Test
    void territoriesTermsAndContributionsAreThoseInForce() {
        StoredRow partnership = partnership();
        StoredRow country = data.country().save();
        StoredRow territory = data.territory(partnership, country, true)
                .with("since", "2021")
                .with("until", "2022")
                .save();
        StoredRow term = data.term(partnership, "PEOPLE")
                .with("number", 3)
                .with("until", "2022")
                .save();
        StoredRow contribution = data.contribution(partnership, "LENS").save();

        String[] days = {"2020-05-31", "2020-06-30", "2021-12-31", "2022-01-01", "2022-01-02", "2023-01-01"};
        assertEquals("--CCP-", on(territory, days));
        assertEquals("-CCCP-", on(term, days));
        assertEquals("-CCCCC", on(contribution, days));
        String selection = "market(code: \"" + country.name() + "\") { partnerships { totalCount } }";
        assertEquals(
                1,
                on("2022-01-01", selection)
                        .at("/market/partnerships/totalCount")
                        .asInt());
        assertEquals(
                0,
                on("2023-01-01", selection)
                        .at("/market/partnerships/totalCount")
                        .asInt());
    }

    @Test
    void ownersAreThoseOfTheDay() {
        StoredRow brand = brand();
        StoredRow owner = data.brand("owner").save();
        StoredRow ownership = data.ownership(brand, owner)
                .with("since", "2020")
                .with("until", "2021")
                .save();

        assertEquals("-PCCP-", on(ownership, "2019", "2020-01-01", "2020", "2021-01-01", "2021-01-02", "2022-01-01"));
        String parent = "brand(slug: \"" + brand.name() + "\") { parent { slug } ownerships { id } }";
        assertEquals(owner.name(), on("2020", parent).at("/brand/parent/slug").asText());
        assertEquals(GraphQLClient.json("{brand: {parent: null, ownerships: []}}"), on("2022", parent));
    }

    @Test
    void deviceIsThereFromItsReleaseWithItsParts() {
        StoredRow device = device();
        StoredRow alias = data.alias(device, "alias").save();
        StoredRow variant = data.variant(device, "V1").save();
        StoredRow claim = data.claim(data.citation("source").save(), device).save();

        for (StoredRow row : new StoredRow[] {device, alias, variant, claim}) {
            assertEquals("-PPCC", on(row, "2019-12-31", "2020-01-01", "2020-12-30", "2020-12-31", FUTURE), row.table());
        }
        assertEquals(
                GraphQLClient.json("{devices: {totalCount: 0, nodes: [], count: {value: 0}}}"),
                on(
                        "2019",
                        "devices(filter: {slug: {eq: \"" + device.name()
                                + "\"}}) { totalCount nodes { id } count { value } }"));
    }

    @ParameterizedTest
    @CsvSource({
        "RELEASED, -PCC",
        "DISCONTINUED, -PCC",
        "ANNOUNCED, --PP",
        "EXPECTED, --PP",
        "CANCELLED, ----",
        ", -PPP",
    })
    void deviceWithoutADateIsThereByItsStatusFromTheDayOfTheRevision(String status, String expected) {
        StoredRow device = data.device("device", brand())
                .with("announced_on", "2020")
                .with("status", status)
                .save();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        assertEquals(expected, on(device, "2019-12-31", "2020-01-01", tomorrow, FUTURE));
    }

    @Test
    void seriesWithoutADateIsThereWhenItsFirstModelIsOut() {
        StoredRow brand = brand();
        StoredRow series = data.device("series", brand).with("kind", "SERIES").save();
        StoredRow model = data.device("model", brand)
                .with("series_id", series)
                .with("released_on", "2020")
                .save();

        assertEquals("PPCC", on(series, "1850", "2020-06-30", "2020-12-31", FUTURE));
        String models = "device(slug: \"" + series.name() + "\") { models { totalCount } }";
        assertEquals(0, on("2019", models).at("/device/models/totalCount").asInt());
        assertEquals(1, on("2020", models).at("/device/models/totalCount").asInt());
        assertEquals("C", on(model, "2020"));
    }

    @Test
    void seriesIsThereBeforeItsDateIfAModelIsOut() {
        StoredRow brand = brand();
        StoredRow series = data.device("series", brand)
                .with("kind", "SERIES")
                .with("released_on", "2021")
                .save();
        data.device("model", brand)
                .with("series_id", series)
                .with("released_on", "2020")
                .save();

        assertEquals("-PCC", on(series, "2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"));
        assertEquals(
                GraphQLClient.json("{brand: {devices: {facets: [{values: [{value: '" + series.name()
                        + "', count: {value: 1}}, {value: null, count: {value: 1}}]}]}}}"),
                on(
                        "2020",
                        "brand(slug: \"" + brand.name()
                                + "\") { devices { facets(by: [SERIES]) { values { value count { value } } } } }"));
    }

    @Test
    void partnershipIsThereWhenItsSuccessorIs() {
        StoredRow first = data.partnership("first").save();
        StoredRow second = data.partnership("second").with("succeeds_id", first).save();
        StoredRow third = data.partnership("third")
                .with("succeeds_id", second)
                .with("started_on", "2020-06")
                .save();
        String[] days = {"2020-05-31", "2020-06-01", "2020-06-30", FUTURE};

        for (StoredRow one : new StoredRow[] {first, second}) {
            assertEquals("PPCC", on(one, days), one.name());
        }
        assertEquals("-PCC", on(third, days));
        StoredRow late = data.partnership("late").with("started_on", "2021").save();
        data.partnership("early")
                .with("succeeds_id", late)
                .with("started_on", "2020")
                .save();
        assertEquals("-C", on(late, "2020-12-31", "2021-12-31"));
    }

    @ParameterizedTest
    @CsvSource({"partnership, succeeds_id, started_on", "device, series_id, released_on"})
    void longSuccessionIsThereWithTheLastOfIt(String table, String reference, String date) {
        StoredRow brand = brand();
        StoredRow first = one(table, "first", brand).save();
        StoredRow last = first;
        for (int i = 0; i < 400; i++) {
            last = one(table, "next" + i, brand).with(reference, last).save();
        }
        one(table, "last", brand).with(reference, last).with(date, "2020-06").save();

        assertEquals("PPCC", on(first, "2020-05-31", "2020-06-01", "2020-06-30", FUTURE));
    }

    @Test
    void launchIsThereWhenItHasHappenedAndSoIsItsDevice() {
        StoredRow device =
                data.device("device", brand()).with("released_on", "2022").save();
        StoredRow launch = data.launch(device, data.country().save())
                .with("launched_on", "2021-05")
                .save();

        for (StoredRow row : new StoredRow[] {launch, device}) {
            assertEquals("-PCC", on(row, "2021-04-30", "2021-05-01", "2021-05-31", FUTURE), row.table());
        }
    }

    @Test
    void launchWithoutADateIsThereFromTheDayOfTheRevision() {
        StoredRow device = device();
        StoredRow launch = data.launch(device, data.country().save())
                .with("announced_on", "2021")
                .save();
        StoredRow absent = data.launch(device, data.country().save())
                .with("status", "NOT_LAUNCHED")
                .save();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        assertEquals("--PC", on(launch, "2020-01-01", "2020-12-31", "2021-01-01", tomorrow));
        assertEquals("---", on(absent, "2020-01-01", "2021-01-01", FUTURE));
    }

    @Test
    void priceIsTheLatestUpToTheDay() {
        StoredRow device = device();
        StoredRow launch = data.launch(device, data.country().save())
                .with("launched_on", "2020-06-01")
                .save();
        StoredRow first = data.price(launch, device, "900", "EUR").save();
        StoredRow second =
                data.price(launch, device, "700", "EUR").with("on_date", "2021").save();

        assertEquals("-CCC", on(first, "2020-05-31", "2020-06-01", "2021-01-01", "2021-12-31"));
        assertEquals("--PC", on(second, "2020-05-31", "2020-06-01", "2021-01-01", "2021-12-31"));
        String launches = "device(slug: \"" + device.name()
                + "\") { launches(filter: {price: {currency: \"EUR\", gt: 800}}) { nodes { price { amount } prices { amount } } } }";
        assertEquals(
                GraphQLClient.json(
                        "{device: {launches: {nodes: [{price: {amount: '900'}, prices: [{amount: '900'}]}]}}}"),
                on("2021-12-30", launches));
        assertEquals(GraphQLClient.json("{device: {launches: {nodes: []}}}"), on("2021-12-31", launches));
    }

    @Test
    void eventIsThereFromItsBeginning() {
        StoredRow brand = brand();
        StoredRow event = data.event("event")
                .with("on_date", "2020-05")
                .with("until", "2021")
                .about(brand)
                .save();
        StoredRow undated = data.event("undated").save();

        assertEquals("-PCC", on(event, "2020-04-30", "2020-05-01", "2020-05-31", FUTURE));
        assertEquals("PP", on(undated, "1850", FUTURE));
        String events = "brand(slug: \"" + brand.name() + "\") { events { totalCount } timeline { totalCount } }";
        assertEquals(
                GraphQLClient.json("{brand: {events: {totalCount: 0}, timeline: {totalCount: 0}}}"),
                on("2020-05-30", events));
        assertEquals(
                GraphQLClient.json("{brand: {events: {totalCount: 1}, timeline: {totalCount: 1}}}"),
                on("2020-05-31", events));
    }

    @Test
    void figureIsThereWhenItsPeriodIsOver() {
        StoredRow country = data.country().save();
        assertEquals("-C", on(data.figure(country, "2020").save(), "2020-12-30", "2020-12-31"));
        assertEquals("-C", on(data.figure(country, "2020-Q1").save(), "2020-03-30", "2020-03-31"));
        assertEquals("-C", on(data.figure(country, "2020-Q4").save(), "2020-12-30", "2020-12-31"));
        assertEquals("-C", on(data.figure(country, "2020-02").save(), "2020-02-28", "2020-02-29"));
        StoredRow undated = data.figure(country, null).save();
        assertEquals("PC", on(undated, "1850", FUTURE));
    }

    @Test
    void timelineEndsOnTheDay() {
        StoredRow partnership = data.partnership("partnership")
                .with("started_on", "2020")
                .with("ended_on", "2023")
                .save();
        String timeline = "partnership(slug: \"" + partnership.name() + "\") { timeline { nodes { kind } } }";

        assertEquals(GraphQLClient.json("{partnership: {timeline: {nodes: [{kind: 'START'}]}}}"), on("2022", timeline));
        assertEquals(
                GraphQLClient.json("{partnership: {timeline: {nodes: [{kind: 'START'}, {kind: 'END'}]}}}"),
                on("2023", timeline));
    }

    @Test
    void namesAndEvidenceHaveNoTime() {
        StoredRow brand = brand();
        StoredRow citation = data.citation("late").with("published_on", "2024").save();
        StoredRow claim = data.claim(citation, brand).save();
        StoredRow alias = data.alias(brand, "alias").save();

        for (StoredRow row : new StoredRow[] {brand, citation, claim, alias}) {
            assertEquals("CC", on(row, "0001-01-01", "9999-12-31"), row.table());
        }
    }

    @Test
    void dayIsReadByWhatWasKnown() throws SQLException {
        StoredRow device = device();
        String document =
                "query ($id: ID!, $revision: Int, $at: DateTime) @asOf(revision: $revision, knownAt: $at, validOn: \"2020\")"
                        + " { node(id: $id) { ... on Device { releasedOn } } catalogue { revision } }";
        int known =
                on("2020", "catalogue { revision }").at("/catalogue/revision").asInt();
        Instant before = Instant.now();
        try (Writer writer = new Writer()) {
            writer.execute(
                    "update claim set value = '2021' where property = 'releasedOn' and device_id = " + device.key());
            writer.execute("update device set released_on = '2021' where id = " + device.key());
            writer.commit();
        }

        assertEquals("-C", on(device, "2020", "2021"));
        for (Map<String, ?> moment : List.of(Map.of("revision", known), Map.of("at", before.toString()))) {
            Map<String, Object> variables = new HashMap<>(moment);
            variables.put("id", device.id());
            assertEquals(
                    "2020", data(document, variables).at("/node/releasedOn").asText(), moment::toString);
        }
    }

    @Test
    void extensionHasTheSameFields() {
        StoredRow device = device();
        String document = "{ device(slug: \"" + device.name() + "\") { name } }";

        assertEquals("device", extended(document, "{validOn: '2020'}").path("data.device.name"));
        assertNull(extended(document, "{validOn: '2020-12-30'}").path("data.device.name"));
        assertEquals(
                "device",
                extended(document, "{validOn: '2020-12-30', validity: 'POSSIBLY'}")
                        .path("data.device.name"));
    }

    private static ExtractableResponse<Response> extended(String document, String extension) {
        return GraphQLClient.send(
                        Map.of("query", document, "extensions", Map.of("asOf", GraphQLClient.json(extension))))
                .extract();
    }

    @Test
    void dayAndValidityAreInTheEntityTag() {
        String document = "{ brands(first: 1) { nodes { slug } } }";
        Set<String> tags = Stream.of(
                        "{validOn: '2020-12-30'}",
                        "{validOn: '2020'}",
                        "{validOn: '2020-12-31'}",
                        "{validOn: '2020', validity: 'CERTAINLY'}",
                        "{validOn: '2020', validity: 'POSSIBLY'}")
                .map(extension -> extended(document, extension).header("ETag"))
                .collect(Collectors.toSet());

        assertEquals(3, tags.size(), tags::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            validity: POSSIBLY                              | BAD_USER_INPUT
            validity: CERTAINLY                             | BAD_USER_INPUT
            revision: 1, validity: POSSIBLY                 | BAD_USER_INPUT
            validOn: null                                   | BAD_USER_INPUT
            validOn: "2023-02-29"                           | GRAPHQL_VALIDATION_FAILED
            validOn: "0000-01-01"                           | GRAPHQL_VALIDATION_FAILED
            validOn: "2023-02-28T00:00:00Z"                 | GRAPHQL_VALIDATION_FAILED
            validOn: "2023", validity: "POSSIBLY"           | GRAPHQL_VALIDATION_FAILED
            validOn: "2023", validity: MAYBE                | GRAPHQL_VALIDATION_FAILED
            validOn: "2023", revision: 999999999            | REVISION_NOT_REACHED
            validOn: "2023", knownAt: "2999-01-01T00:00:00Z" | MOMENT_IN_FUTURE
            """)
    void impossibleDayIsRejected(String arguments, String code) {
        assertEquals(code, errorCode("query @asOf(" + arguments + ") { brands { totalCount } }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"validOn": "2023-02-29"}                   | BAD_REQUEST
            {"validOn": 5}                              | BAD_REQUEST
            {"validOn": "2023", "validity": "certainly"} | BAD_REQUEST
            {"validity": "POSSIBLY"}                    | BAD_USER_INPUT
            """)
    void impossibleExtensionIsRejected(String extension, String code) {
        assertEquals(code, extended("{ brands { totalCount } }", extension).path("errors[0].extensions.code"));
    }
}
