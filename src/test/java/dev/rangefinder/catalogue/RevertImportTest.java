package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.STATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators undo an import as a whole. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class RevertImportTest extends EmptyCatalogue {

    private static final String REVERT = """
        mutation($revision: Int!, $dryRun: Boolean) {
          revertImport(input: {revision: $revision, dryRun: $dryRun}) {
            revision removedRows restoredRows
            errors {
              __typename ... on ChangeError { code message path }
              ... on ChangedLater { revision recordId record { id __typename } }
            }
          }
        }\
        """;

    @TestHTTPResource("/import")
    URI endpoint;

    @BeforeEach
    void begin() throws SQLException {
        imported(BASICS + """
            devices:
              - slug: phone-1
                name: Phone 1
                kind: MODEL
                brand: phone
                releasedOn: "2022"
                aliases: [{text: P1, %1$s}]
                %1$s
            events: [{slug: fair, name: Fair, kind: TRADE_SHOW, brands: [phone], %1$s}]
            launches: [{device: phone-1, market: XA, status: LAUNCHED, prices: [{amount: 900, currency: USD, %1$s}], %1$s}]
            """.formatted(STATED));
    }

    private long imported(String yaml) {
        ImportRequest.Result result = ImportRequest.run(endpoint, "", "application/yaml", yaml);
        assertEquals("COMMITTED", result.state(), result.response()::body);
        return result.summary().getLong("revision");
    }

    private String export() throws SQLException, IOException {
        return export(ExportFormat.YAML);
    }

    private static JsonNode revert(long revision, boolean dryRun) {
        return data(REVERT, Map.of("revision", revision, "dryRun", dryRun)).get("revertImport");
    }

    private static JsonNode data(String document, Map<String, ?> variables) {
        String administrator = IdentityResource.token().with(Role.ADMIN).header();
        return GraphQLClient.data(document, GraphQLClient.answer(document, variables, "authorization", administrator));
    }

    private static List<String> errors(JsonNode payload, String field) {
        return StreamSupport.stream(payload.get("errors").spliterator(), false)
                .map(error -> error.at(field).asText())
                .toList();
    }

    /** A record of each list that is new, and one that the catalogue has. */
    private static String changes() {
        return """
            citations: [{key: C8, basedOn: [C9]}, {key: C9, title: New title}]
            markets:
              - {code: "990", name: Ocean, kind: REGION, claims: [{citation: C8}]}
              - {code: XA, name: Other name, kind: COUNTRY, currency: EUR, parents: ["990"], %1$s}
            brands:
              - {slug: lens, name: Lens, makes: [OPTICS], homeMarket: "990", aliases: [{text: Lns, %1$s}], %1$s}
              - {slug: phone, name: Phone Inc, makes: [HANDSETS], ownerships: [{owner: lens, %1$s}], %1$s}
            speakers: [{slug: someone, name: Someone, role: CEO, brand: lens, %1$s}]
            partnerships:
              - slug: both
                name: Both
                startedOn: 2021
                members: [{brand: phone, role: HANDSET_MAKER, %1$s}, {brand: lens, role: IMAGING_PARTNER, %1$s}]
                territories: [{market: "990", included: true, %1$s}]
                terms: [{kind: ROYALTY, statement: A share, %1$s}]
                contributions: [{kind: LENS, brand: lens, %1$s}]
                %1$s
            devices:
              - slug: phone-2
                name: Phone 2
                kind: MODEL
                brand: lens
                variants: [{code: V2, memory: 8, %1$s}]
                partnerships: [{partnership: both, claims: [{citation: C8}]}]
                %1$s
              - slug: phone-1
                name: Phone One
                kind: MODEL
                brand: lens
                releasedOn: "2022-05"
                aliases: [{text: P1, kind: SPELLING, %1$s}, {text: P-1, %1$s}]
                partnerships: [{partnership: both, position: 1, %1$s}]
                %1$s
            launches:
              - {device: phone-1, market: XA, status: WITHDRAWN, prices: [{amount: 950, currency: USD, on: 2023, %1$s}], %1$s}
              - {device: phone-2, market: "990", status: ANNOUNCED, %1$s}
            figures: [{market: "990", measure: SALES, value: 5, unit: UNITS, brands: [lens], %1$s}]
            events:
              - {slug: fair, name: Fair, kind: TRADE_SHOW, brands: [lens], partnerships: [both], %1$s}
              - {slug: visit, name: Visit, kind: VISIT, brands: [phone], %1$s}
            """.formatted("claims: [{citation: C8, states: all}]");
    }

    @Test
    void catalogueIsExportedAsBeforeTheImport() throws Exception {
        String before = export();
        long imported = imported(changes());
        assertTrue(!before.equals(export()));

        JsonNode payload = revert(imported, false);

        assertEquals(List.of(), errors(payload, "/message"));
        assertEquals(before, export());
        assertEquals(imported + 1, payload.get("revision").asLong());
        assertTrue(payload.get("removedRows").asInt() > 20, payload::toString);
        assertTrue(payload.get("restoredRows").asInt() >= 7, payload::toString);
        assertEquals(
                "alice revertImport",
                value("select subject || ' ' || operation from loading_history.log order by revision desc limit 1"));
    }

    @Test
    void importIntoAnEmptyCatalogueIsReverted() throws Exception {
        clear();
        long imported =
                imported(new String(CatalogueFiles.founding().content().open().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(List.of(), errors(revert(imported, false), "/message"));
        assertEquals("{}\n", export());
        assertEquals("0 0", value("select (select count(*) from claim) || ' ' || (select count(*) from brand_device)"));
    }

    @Test
    void dryRunChangesNothing() throws Exception {
        long imported = imported(changes());
        String before = export();

        JsonNode payload = revert(imported, true);

        assertEquals(List.of(), errors(payload, "/message"));
        assertTrue(payload.get("revision").isNull());
        assertEquals(before, export());
        assertEquals(imported, revision());
        JsonNode repeated = revert(imported, false);
        assertEquals(payload.get("removedRows"), repeated.get("removedRows"));
        assertEquals(payload.get("restoredRows"), repeated.get("restoredRows"));
    }

    @Test
    void importWhoseRecordWasChangedLaterStays() throws Exception {
        long imported = imported(changes());
        execute("update device set name = 'Phone II' where slug = 'phone-2'");
        String before = export();

        JsonNode payload = revert(imported, false);

        assertEquals(List.of("ChangedLater"), errors(payload, "/__typename"));
        assertEquals(
                List.of("Revision " + (imported + 1) + " changed the device phone-2 after the import."),
                errors(payload, "/message"));
        assertEquals(List.of("Device"), errors(payload, "/record/__typename"));
        assertEquals(List.of(String.valueOf(imported + 1)), errors(payload, "/revision"));
        assertEquals(before, export());
        assertEquals(imported + 1, revision());
    }

    @Test
    void importWhoseRecordIsReferredToStays() throws Exception {
        long imported = imported(changes());
        long later =
                imported("speakers: [{slug: other, name: Other, brand: lens, claims: [{citation: C9, states: all}]}]");
        assertEquals(
                List.of("Since revision " + later + " the speaker other refers to a record that the import added."),
                errors(revert(imported, false), "/message"));
    }

    @Test
    void importThatReplacedAReferenceToARecordThatWasRemovedLaterStays() throws Exception {
        long imported = imported("citations: [{key: C8}]\nbrands: [{slug: old, name: Old, claims: [{citation: C8}]}]\n"
                + "speakers: [{slug: other, name: Other, brand: old, claims: [{citation: C8, states: all}]}]");
        imported = imported("speakers: [{slug: other, name: Other, brand: phone, " + STATED + "}]");
        execute("delete from brand where slug = 'old'");
        assertEquals(
                List.of("Revision " + (imported + 1)
                        + " removed the brand old, which a record that the import changed referred to before."),
                errors(revert(imported, false), "/message"));
    }

    @Test
    void importWhoseClaimStatesALaterValueStays() throws Exception {
        long imported = imported("""
            citations: [{key: C8}]
            devices:
              - slug: phone-1
                name: Phone 1
                kind: MODEL
                brand: phone
                claims: [{citation: C9, states: [kind, brand]}, {citation: C8, property: chipset, value: Chip 1}]
            """);
        execute("update device set chipset = 'Chip 1' where slug = 'phone-1'");
        JsonNode payload = revert(imported, false);
        assertEquals(List.of("Claim"), errors(payload, "/record/__typename"));
        assertEquals(List.of(String.valueOf(imported + 1)), errors(payload, "/revision"));
    }

    @Test
    void importWhoseFormerNameHasBeenTakenStays() throws Exception {
        long imported = imported("brands: [{slug: phone, name: Phone Inc, makes: [HANDSETS], " + STATED + "}]");
        imported("brands: [{slug: glass, name: Glass, makes: [CAMERAS], aliases: [{text: Phone, %1$s}], %1$s}]"
                .formatted(STATED));
        String before = export();
        JsonNode payload = revert(imported, false);
        assertEquals(
                List.of(
                        "The catalogue without the import is rejected by the database: brand_name_is_not_the_alias_of_another."),
                errors(payload, "/message"));
        assertEquals(before, export());
    }

    @Test
    void importIsRevertedOnce() {
        long imported = imported("citations: [{key: C8}]");
        assertEquals(List.of(), errors(revert(imported, false), "/message"));
        assertEquals(
                List.of("Revision " + (imported + 1) + " changed the citation C8 after the import."),
                errors(revert(imported, false), "/message"));
        assertEquals(List.of("NotFound"), errors(revert(imported + 1, false), "/__typename"));
    }

    @Test
    void revisionThatIsNoImportIsNotReverted() throws SQLException {
        execute("update citation set title = 'By SQL'");
        JsonNode payload = revert(revision(), false);
        assertEquals(List.of("NotFound"), errors(payload, "/__typename"));
        assertEquals("[\"input\",\"revision\"]", payload.at("/errors/0/path").toString());
    }

    @Test
    void editorMayNotRevert() {
        Map<String, ?> variables = Map.of("revision", 1);
        String editor = IdentityResource.token().with(Role.EDITOR).header();
        assertEquals(
                "FORBIDDEN",
                GraphQLClient.errorCode(REVERT, GraphQLClient.answer(REVERT, variables, "authorization", editor)));
    }
}
