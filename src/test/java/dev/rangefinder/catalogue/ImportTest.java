package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.STATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import adds records to a catalogue that has others, and changes those that it has. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class ImportTest extends EmptyCatalogue {

    private static final String YAML = "application/yaml";
    private static final String JSON_LINES = "application/jsonl";

    @TestHTTPResource("/import")
    URI endpoint;

    @BeforeEach
    void begin() throws SQLException {
        assertEquals("COMMITTED", run("", BASICS + """
            devices:
              - slug: phone-1
                name: Phone 1
                kind: MODEL
                brand: phone
                chipset: Chip 1
                aliases: [{text: P1, %1$s}]
                variants: [{memory: 8, %1$s}, {memory: 12, %1$s}]
                %1$s
            """.formatted(STATED)).state());
    }

    private ImportRequest.Result run(String query, String yaml) {
        return ImportRequest.run(endpoint, query, YAML, yaml);
    }

    private static String device(String keys) {
        return "devices: [{slug: phone-1, name: Phone 1, kind: MODEL, brand: phone, " + keys + "}]\n";
    }

    @Test
    void importIsOneRevisionOfTheCatalogue() throws SQLException {
        long before = revision();
        ImportRequest.Result result = run("", "citations: [{key: C8}, {key: C7, basedOn: [C9, C8]}]");
        assertEquals(200, result.response().statusCode());
        assertEquals(
                JSON_LINES,
                result.response().headers().firstValue("Content-Type").orElse(""));
        assertEquals(before + 1, revision());
        assertEquals(
                String.valueOf(before + 1),
                result.response().headers().firstValue("Catalogue-Revision").orElse(""));
        assertEquals(before + 1, result.summary().getLong("revision"));
        assertEquals(List.of(), result.report());
    }

    @Test
    void importOfTheSameRecordsChangesNothing() throws SQLException {
        long before = revision();
        ImportRequest.Result result = run("", BASICS + device("chipset: Chip 1, " + STATED));
        assertEquals("COMMITTED", result.state());
        assertEquals(0, result.summary().getInteger("rowsApplied"));
        assertNull(result.summary().getValue("revision"));
        assertEquals(before, revision());
    }

    @Test
    void foundingCatalogueCanBeImportedAgain() throws Exception {
        clear();
        String founding = new String(
                CatalogueFiles.founding().content().open().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(run("", founding).summary().getInteger("rowsApplied") > 1_000);
        assertEquals(0, run("", founding).summary().getInteger("rowsApplied"));
        assertEquals("870", value("select count(*) from claim"));
    }

    @Test
    void keysOfARecordReplaceItsValuesAndOthersAreKept() throws SQLException {
        run(
                "",
                "citations: [{key: C8}]\n"
                        + device("status: RELEASED, chipset: Chip 2, claims: [{citation: C8, states: all}]"));
        assertEquals("Chip 2 RELEASED", value("select chipset || ' ' || status from device"));
        assertEquals("P1", value("select text from alias"));
        assertEquals("Chip 1 C9, Chip 2 C8", value("""
            select string_agg(c.value || ' ' || s.key, ', ' order by c.value) from claim c join citation s on s.id = c.source_id
            where c.property = 'chipset'\
            """));
    }

    @Test
    void partsAreFoundByTheirNaturalKeys() throws SQLException {
        run(
                "",
                device(
                        "aliases: [{text: P1, kind: SPELLING, %1$s}, {text: P 1, %1$s}], variants: [{memory: 12, %1$s}, {memory: 16, %1$s}], %1$s"
                                .formatted(STATED)));
        assertEquals(
                "P 1 NAME, P1 SPELLING",
                value("select string_agg(text || ' ' || kind, ', ' order by text) from alias"));
        assertEquals("8, 12, 16", value("select string_agg(memory::text, ', ' order by id) from variant"));
    }

    @Test
    void dryRunReportsMistakesAndStoresNothing() throws SQLException {
        long before = revision();
        ImportRequest.Result result = run("?dryRun=true", "citations: [{key: C8}]");
        assertEquals("ROLLED_BACK", result.state());
        assertEquals(1, result.summary().getInteger("rowsApplied"));
        assertNull(result.summary().getValue("revision"));
        assertEquals(before, revision());
        assertEquals("1", value("select count(*) from citation"));
    }

    @Test
    void anyMistakeRejectsTheWholeImport() throws SQLException {
        ImportRequest.Result result = run("", "citations: [{key: C8}, {key: C7, url: none}, {key: C6, basedOn: [C5]}]");
        assertEquals(422, result.response().statusCode());
        assertEquals("REJECTED", result.state());
        assertEquals(
                List.of("2 citations[1].url INVALID_VALUE", "3 citations[2].basedOn[0] UNKNOWN_NAME"),
                result.mistakes());
        assertEquals("1", value("select count(*) from citation"));
    }

    @Test
    void rowsWithMistakesAreLeftOutWithThoseThatReferToThem() throws SQLException {
        ImportRequest.Result result = run("?policy=rows", """
            citations: [{key: C8}, {key: C7, url: none}, {key: C6, basedOn: [C7]}, {key: C5, basedOn: [C8]}]
            """);
        assertEquals("COMMITTED", result.state());
        assertEquals(
                List.of("2 citations[1].url INVALID_VALUE", "3 citations[2].basedOn[0] UNKNOWN_NAME"),
                result.mistakes());
        assertEquals("C5, C8, C9", value("select string_agg(key, ', ' order by key) from citation"));
    }

    @Test
    void reportCanBeCorrectedAndSentAgain() throws SQLException {
        ImportRequest.Result result =
                run("?policy=rows", "citations: [{key: C8}, {key: C7, url: none, title: 'A \"b\"\\c ä😀'}]");
        String report = result.report().stream().map(JsonObject::encode).collect(Collectors.joining("\n"));
        ImportRequest.Result again =
                ImportRequest.run(endpoint, "", JSON_LINES, report.replace("\"none\"", "\"https://example.org\""));
        assertEquals("COMMITTED", again.state());
        assertEquals(
                "https://example.org A \"b\"\\c ä😀",
                value("select url || ' ' || title from citation where key = 'C7'"));
    }

    @Test
    void fieldsWithMistakesAreLeftOut() throws SQLException {
        ImportRequest.Result result = run("?policy=fields", """
            citations: [{key: C8, url: none, title: T}, {key: C 7}]
            devices:
              - slug: phone-2
                name: Phone 2
                kind: MODEL
                brand: phone
                series: none
                releasedOn: 2022-13
                aliases: [{text: P2, %1$s}, {text: P2b, kind: NICK, %1$s}]
                claims: [{citation: C9, states: all}, {citation: C1, states: all}]
            """.formatted(STATED));
        assertEquals("COMMITTED", result.state());
        assertEquals(
                List.of(
                        "1 citations[0].url INVALID_VALUE",
                        "2 citations[1].key INVALID_VALUE",
                        "3 devices[0].series UNKNOWN_NAME",
                        "3 devices[0].releasedOn INVALID_VALUE",
                        "3 devices[0].aliases[1].kind INVALID_VALUE",
                        "3 devices[0].claims[1].citation UNKNOWN_NAME"),
                result.mistakes());
        assertEquals("T", value("select title from citation where key = 'C8' and url is null"));
        assertEquals(
                "P2", value("select a.text from alias a join device d on d.id = a.device_id where d.slug = 'phone-2'"));
        assertEquals("2", value("select count(*) from citation"));
    }

    @Test
    void recordsThatTheDatabaseRejectsAreLeftOut() throws SQLException {
        execute("alter table loading.citation add constraint citation_is_no_c8 check (key <> 'C8')");
        try {
            ImportRequest.Result result = run("?policy=rows", "citations: [{key: C8}, {key: C7}]");
            assertEquals(List.of("1 citations[0] REJECTED_BY_DATABASE"), result.mistakes());
            assertEquals("C7, C9", value("select string_agg(key, ', ' order by key) from citation"));
        } finally {
            execute("alter table loading.citation drop constraint citation_is_no_c8");
        }
    }

    @Test
    void cycleThroughTheCatalogueIsRejected() throws SQLException {
        run("", "citations: [{key: C8, basedOn: [C9]}]");
        ImportRequest.Result result = run("", "citations: [{key: C9, basedOn: [C8]}]");
        assertEquals("REJECTED", result.state());
        assertTrue(
                result.response().body().contains("citations_form_no_cycle"),
                result.response().body());
    }

    @Test
    void linesOfJsonAreImported() throws SQLException {
        ImportRequest.Result result = ImportRequest.run(endpoint, "", JSON_LINES, """
            {"citations": [{"key": "C8", "publishedOn": 2022, "title": "Caf\\u00e9"}]}

            {"markets": [{"code": "990", "name": "Ocean", "kind": "REGION", "claims": [{"citation": "C8"}]}]}
            """);
        assertEquals("COMMITTED", result.state(), result.response()::body);
        assertEquals("2022 Café", value("select published_on || ' ' || title from citation where key = 'C8'"));
    }

    @Test
    void lineThatIsNotJsonRejectsTheImportWithItsNumber() {
        ImportRequest.Result result = ImportRequest.run(
                endpoint, "?policy=rows", JSON_LINES, "{\"citations\": [{\"key\": \"C8\"}]}\n{\"cita");
        assertEquals("REJECTED", result.state());
        JsonObject mistake = result.report().get(0).getJsonArray("mistakes").getJsonObject(0);
        assertEquals("INVALID_JSON", mistake.getString("code"));
        assertEquals(2, mistake.getInteger("line"));
    }

    @Test
    void importIsLoggedWithTheAdministratorAsItsAuthor() throws SQLException {
        run("", "citations: [{key: C8}]");
        assertEquals(
                "alice import",
                value("select subject || ' ' || operation from loading_history.log order by revision desc limit 1"));
    }
}
