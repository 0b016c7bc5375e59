package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.assertMistakes;
import static dev.rangefinder.catalogue.CatalogueFiles.check;
import static dev.rangefinder.catalogue.CatalogueFiles.content;
import static dev.rangefinder.catalogue.CatalogueFiles.file;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A catalogue file is accepted or rejected as a whole, and every mistake is reported with its location. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class CatalogueFileTest {

    @Inject
    DataSource database;

    @BeforeEach
    void begin() {
        CatalogueFiles.checkIn(database);
    }

    @Test
    void allMistakesAreReportedWithPathAndLine() {
        assertMistakes(
                """
                citations: [{key: C9, document: nine.txt}]
                brands:
                  - {slug: Glass, name: Glass, makes: [LENSES], claims: [{citation: C9, states: all}]}
                devices:
                  - slug: phone-1
                    name: Phone 1
                    kind: MODEL
                    brand: phone
                    colour: red
                    releasedOn: 2022-13
                    claims: [{citation: C8, states: all}]
                  - slug: phone-2
                    kind: MODEL
                """,
                "brands[0].slug (line 3): Glass is not a slug of at most 100 characters such as xiaomi-14"
                        + " [INVALID_VALUE]",
                "brands[0].makes[0] (line 3): LENSES is not one of CAMERAS, OPTICS, HANDSETS, IMAGING [INVALID_VALUE]",
                "devices[0].brand (line 8): phone is not a brand in this file or the catalogue [UNKNOWN_NAME]",
                "devices[0].colour (line 9): is an unknown key; the keys are slug, name, kind, series, brand,"
                        + " announcedOn, releasedOn, status, chipset, hardwareCode, aliases, variants, partnerships,"
                        + " claims [UNKNOWN_KEY]",
                "devices[0].releasedOn (line 10): 2022-13 is not a date such as 2022, 2022-05 or 2022-05-23"
                        + " [INVALID_VALUE]",
                "devices[0].claims[0].citation (line 11): C8 is not a citation in this file or the catalogue [UNKNOWN_NAME]",
                "devices[1].name (line 12): is missing [MISSING_KEY]",
                "devices[1].brand (line 12): is missing [MISSING_KEY]",
                "devices[1].claims (line 12): is missing [MISSING_KEY]");
    }

    @Test
    void syntaxErrorIsReportedWithLineAndColumn() {
        assertMistakes(
                "brands:\n  - slug: a: b\n", "line 2: column 12: mapping values are not allowed here [INVALID_YAML]");
        assertMistakes(
                "brands: [\n  - slug", "line 2: column 3: expected the node content, but found '-' [INVALID_YAML]");
        assertMistakes("markets: []\n---\nbrands: []\n", "line 2: column 1: but found another document [INVALID_YAML]");
    }

    @Test
    void fileWithoutCatalogueIsRejected() {
        assertMistakes("", "the file is empty [EMPTY_FILE]");
        assertMistakes("# Nothing yet.\n", "the file is empty [EMPTY_FILE]");
        assertMistakes(
                "- brands\n",
                "line 1: is not a record; a record has the keys citations, speakers, markets, brands, partnerships, devices, "
                        + "launches, figures, events [WRONG_TYPE]");
    }

    @Test
    void textThatIsNotUtf8IsRejected() {
        byte[] latin = "citations: [{key: C9, document: né}]".getBytes(StandardCharsets.ISO_8859_1);
        InvalidCatalogueException broken = assertThrows(InvalidCatalogueException.class, () -> check(file(latin)));
        assertTrue(broken.getMessage().contains("the text is not UTF-8"), broken.getMessage());
    }

    @Test
    void plainScalarsAreReadAsText() throws IOException {
        Fields file = content(file("""
            citations: [{key: 010, document: 2022-05-23, publishedOn: 2015, author: NO, title: 1_000, origin: yes}]
            markets:
              - {code: NO, name: 0x1F, kind: COUNTRY, parents: [001], claims: [{citation: 010, states: all}]}
              - {code: 001, name: World, kind: REGION, claims: [{citation: 010}]}
            """));
        Fields citation = file.records("citations").get(0);
        assertEquals(
                List.of("010", "2022-05-23", "2015", "NO", "1_000", "yes"),
                Arrays.asList(
                        citation.text("key"),
                        citation.text("document"),
                        citation.text("publishedOn"),
                        citation.text("author"),
                        citation.text("title"),
                        citation.text("origin")));
        assertEquals("NO", file.records("markets").get(0).text("code"));
        assertEquals(List.of("001"), file.records("markets").get(0).values("parents"));
        assertEquals("0x1F", file.records("markets").get(0).text("name"));
    }

    @Test
    void keyWithoutValueIsReportedOnce() {
        assertMistakes(
                "citations:\n  - key: C9\n    document: nine.txt\n    title:\n    author: ~\n",
                "citations[0].title (line 4): has no value: omit the key if the value is unknown [EMPTY_VALUE]",
                "citations[0].author (line 5): has no value: omit the key if the value is unknown [EMPTY_VALUE]");
    }

    @Test
    void valuesOfTheWrongTypeAreRejected() {
        assertMistakes(
                """
                citations: {key: C9}
                markets:
                  - XA
                  - code: [XB]
                    name: {en: B}
                    kind: COUNTRY
                    claims: C9
                """,
                "citations (line 1): is not a list [WRONG_TYPE]",
                "markets[0] (line 3): is not a record; a record has the keys code, name, kind, currency, parents, claims"
                        + " [WRONG_TYPE]",
                "markets[1].code (line 4): is not a single value [WRONG_TYPE]",
                "markets[1].name (line 5): is not a single value [WRONG_TYPE]",
                "markets[1].claims (line 7): is not a list [WRONG_TYPE]");
    }

    @Test
    void duplicateKeyIsRejected() {
        assertMistakes(
                "citations:\n  - key: C9\n    document: nine.txt\n    key: C8\n",
                "citations[0].key (line 4): repeats the key of line 2 [REPEATED_KEY]");
    }

    @Test
    void aliasesAreRejected() {
        assertMistakes(
                "citations: &all\n  - {key: C9, document: nine.txt}\nmarkets: *all\n",
                "line 3: column 10: aliases are not allowed [INVALID_YAML]");
    }

    @Test
    void invalidDatesAreRejected() {
        for (String day :
                List.of("2023-02-29", "2022-13", "22", "2022-5", "2022-04-31", "0000", "2022-05-23T00:00", "May")) {
            assertMistakes(
                    "citations:\n  - key: C9\n    document: nine.txt\n    publishedOn: " + day + "\n",
                    "citations[0].publishedOn (line 4): " + day + " is not a date such as 2022, 2022-05 or 2022-05-23"
                            + " [INVALID_VALUE]");
        }
    }

    @Test
    void endIsAcceptedUnlessItIsBeforeEveryPossibleStart() {
        assertDoesNotThrow(() -> check(BASICS + partnership("startedOn: 2022-05, endedOn: 2022")));
        assertDoesNotThrow(() -> check(BASICS + partnership("startedOn: 2022, endedOn: 2022-01-01")));
        assertMistakes(
                BASICS + partnership("startedOn: 2022, endedOn: 2021"),
                "partnerships[0].endedOn (line 6): 2021 is before startedOn, which is 2022 [END_BEFORE_START]");
    }

    private static String partnership(String dates) {
        return "partnerships: [{slug: glass-phone, name: Glass and Phone, " + dates
                + ", claims: [{citation: C9, states: all}]}]\n";
    }
}
