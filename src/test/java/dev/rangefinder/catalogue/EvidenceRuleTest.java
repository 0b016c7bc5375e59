package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.assertMistakes;
import static dev.rangefinder.catalogue.CatalogueFiles.check;
import static dev.rangefinder.catalogue.CatalogueFiles.codes;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every record needs a claim, and every value a claim that states it. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class EvidenceRuleTest {

    @Inject
    DataSource database;

    @BeforeEach
    void begin() {
        CatalogueFiles.checkIn(database);
    }

    @Test
    void valuesThatNoClaimStatesAreReportedOneByOne() {
        assertMistakes(
                BASICS + """
                    partnerships:
                      - slug: glass-phone
                        name: Glass and Phone
                        startedOn: 2022
                        lines:
                          - A series
                          - B series
                        territories:
                          - {market: XA, claims: [{citation: C9, states: [market]}]}
                        terms:
                          - kind: PRICE
                            amount: {to: 1000, toExcluded: true, currency: USD}
                            claims:
                              - {citation: C9, states: [kind]}
                              - {citation: C9, property: amount, value: 1000 USD}
                        claims:
                          - {citation: C9, property: lines, value: A series}
                    """,
                "partnerships[0].startedOn (line 9): 2022 is stated by no claim of this record [VALUE_NOT_CLAIMED]",
                "partnerships[0].lines[1] (line 12): B series is stated by no claim of this record [VALUE_NOT_CLAIMED]",
                "partnerships[0].territories[0].included (line 14): true is stated by no claim of this record"
                        + " [VALUE_NOT_CLAIMED]",
                "partnerships[0].terms[0].amount (line 17): below 1000 USD is stated by no claim of this record"
                        + " [VALUE_NOT_CLAIMED]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        value: 2022                              | true
        value: 2022-05                           | true
        value: 2022-05-23                        | true
        value: 2021-05                           | false
        value: 202                               | false
        'value: 2022, likelihood: DENIED'        | false
        'value: 2022, likelihood: POSSIBLE'      | true
        remark: without a value                  | false
        """)
    void valueIsStatedByAnEqualOrMorePreciseOne(String claim, boolean stated) {
        String yaml = BASICS + "partnerships: [{slug: p, name: P, startedOn: 2022, "
                + "claims: [{citation: C9, property: startedOn, " + claim + "}]}]\n";
        if (stated) {
            assertDoesNotThrow(() -> check(yaml));
        } else {
            assertEquals(List.of("partnerships[0].startedOn VALUE_NOT_CLAIMED"), codes(yaml));
        }
    }

    @Test
    void numberIsStatedByAnEqualNumber() {
        assertDoesNotThrow(() -> check(BASICS + """
            figures:
              - brands: [phone]
                measure: SALES
                unit: UNITS
                value: 6.20
                claims:
                  - {citation: C9, states: [brands, measure, unit]}
                  - {citation: C9, property: value, value: 6.2}
            """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{citation: C9}]", "[{citation: C9, standing: RUMOURED, likelihood: POSSIBLE}]"})
    void recordWithoutValuesNeedsAClaimAboutItAsAWhole(String claims) {
        assertDoesNotThrow(() -> check(brand(claims)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        []                                      | brands[0].claims RECORD_NOT_CLAIMED
        [{citation: C9, likelihood: DENIED}]    | brands[0].claims RECORD_NOT_CLAIMED
        [{citation: C9, property: opinion}]     | brands[0].claims RECORD_NOT_CLAIMED
        """)
    void recordThatNoClaimSupportsIsReported(String claims, String mistake) {
        assertEquals(List.of(mistake), codes(brand(claims)));
    }

    @Test
    void recordWithoutClaimsIsReported() {
        assertEquals(
                List.of("brands[0].claims MISSING_KEY"), codes("brands: [{slug: a, name: A, makes: [CAMERAS]}]\n"));
    }

    private static String brand(String claims) {
        return "citations: [{key: C9}]\nbrands: [{slug: a, name: A, claims: " + claims + "}]\n";
    }

    @Test
    void claimsStateOnlyValuesThatTheRecordHas() {
        assertEquals(
                List.of("brands[0].claims[1].states[0] STATED_VALUE_MISSING"),
                codes(brand("[{citation: C9}, {citation: C9, states: [makes]}]")));
        assertEquals(
                List.of("brands[0].claims[1].states STATED_VALUE_MISSING"),
                codes(brand("[{citation: C9}, {citation: C9, states: all}]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'property: opinion, value: good'                            | .citation MISSING_KEY
        'citation: C8'                                              | .citation UNKNOWN_NAME
        'citation: C9, speaker: nobody'                             | .speaker UNKNOWN_NAME
        'citation: C9, standing: SURE'                              | .standing INVALID_VALUE
        'citation: C9, likelihood: SURE'                            | .likelihood INVALID_VALUE
        'citation: C9, value: good'                                 | .value DEPENDENT_KEY
        'citation: C9, property: Released on'                       | .property INVALID_VALUE
        'citation: C9, property: opinion, value: good, states: all' | .property CONFLICTING_KEYS
        'citation: C9, states: all, likelihood: DENIED'             | .states CONFLICTING_KEYS
        'citation: C9, states: all, foreseen: true'                 | .foreseen CONFLICTING_KEYS
        'citation: C9, states: makes'                               | .states WRONG_TYPE
        'citation: C9, states: []'                                  | .states EMPTY_LIST
        'citation: C9, expectedOn: 2022'                            | .expectedOn DEPENDENT_KEY
        'citation: C9, foreseen: false, expected: soon'             | .expected DEPENDENT_KEY
        'citation: C9, effectsAreOpen: true'                        | .effectsAreOpen DEPENDENT_KEY
        'citation: C9, effects: [{kind: AFFECTED}]'                 | .effects[0] MISSING_ALTERNATIVE
        'citation: C9, effects: [{kind: GONE, brand: glass}]'       | .effects[0].kind INVALID_VALUE
        'citation: C9, effects: [{kind: AFFECTED, device: none}]'   | .effects[0].device UNKNOWN_NAME
        'citation: C9, effects: [{kind: AFFECTED, brand: glass}, {kind: BENEFITS, brand: glass}]' | .effects[1] DUPLICATE
        """)
    void claimIsValidated(String claim, String mistake) {
        List<String> codes = codes(BASICS + "partnerships:\n  - slug: p\n    name: P\n    lines: [A series]\n"
                + "    claims: [{citation: C9, states: all}, {" + claim + "}]\n");
        assertEquals("partnerships[0].claims[1]" + mistake, codes.get(0));
    }
}
