package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.STATED;
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

/** Records that would violate a constraint of the database are reported with their location in the file. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class RulesTest {

    @Inject
    DataSource database;

    @BeforeEach
    void begin() {
        CatalogueFiles.checkIn(database);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        signedOn: 2022, endedOn: 2021                      | endedOn END_BEFORE_START
        announcedOn: 2022-04, endedOn: 2022-03             | endedOn END_BEFORE_START
        startedOn: 2022-04-02, endedOn: 2022-04-01         | endedOn END_BEFORE_START
        endedOn: 2022, ongoing: true                       | ongoing ENDED_AND_ONGOING
        lines: [A series, A series]                        | lines[1] DUPLICATE
        productBrands: Leitz                               | productBrands WRONG_TYPE
        succeeds: other                                    | succeeds UNKNOWN_NAME
        succeeds: glass-phone                              | succeeds CYCLE
        signedOn: 0000                                     | signedOn INVALID_VALUE
        """)
    void datesAndNamesOfPartnershipAreValidated(String keys, String mistake) {
        assertEquals(
                List.of("partnerships[0]." + mistake),
                codes(BASICS + "partnerships: [{slug: glass-phone, name: Glass and Phone, " + keys + ", " + STATED
                        + "}]\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        members       | role: HANDSET_MAKER, brand: phone, joinedOn: 2022, leftOn: 2021        | .leftOn END_BEFORE_START
        members       | role: DESIGNER, brand: phone                                           | .role INVALID_VALUE
        members       | role: DESIGN_PARTNER, brand: nobody                                    | .brand UNKNOWN_NAME
        territories   | market: XA, since: 2022, until: 2021                                   | .until END_BEFORE_START
        territories   | market: XA, included: false, exclusive: true                           | .exclusive EXCLUSIVE_AND_EXCLUDED
        territories   | market: XA, included: maybe                                            | .included INVALID_VALUE
        terms         | kind: PRICE                                                            | ' MISSING_ALTERNATIVE'
        terms         | kind: PRICE, number: 1, since: 2022-02, until: 2022-01-31              | .until END_BEFORE_START
        terms         | 'kind: PRICE, amount: {from: 5, to: 3, currency: USD}'                 | .amount.to REVERSED_RANGE
        terms         | 'kind: PRICE, amount: {currency: USD}'                                 | .amount MISSING_ALTERNATIVE
        terms         | 'kind: PRICE, amount: {from: 5, toExcluded: true, currency: USD}'      | .amount.toExcluded DEPENDENT_KEY
        terms         | 'kind: PRICE, amount: {to: 5}'                                         | .amount.currency MISSING_KEY
        terms         | 'kind: PRICE, amount: {to: 1000000000000000000, currency: USD}'        | .amount.to INVALID_VALUE
        terms         | 'kind: PRICE, number: 1, converted: {currency: USD}'                   | .converted.amount MISSING_KEY
        terms         | kind: PEOPLE, number: about 25                                         | .number INVALID_VALUE
        terms         | kind: PEOPLE, number: 2147483648                                       | .number INVALID_VALUE
        terms         | 'kind: HARDWARE_CHOICE, decidedBy: [BOTH]'                             | .decidedBy[0] INVALID_VALUE
        contributions | kind: MONEY                                                            | .kind INVALID_VALUE
        contributions | kind: LENS, brand: nobody                                              | .brand UNKNOWN_NAME
        """)
    void partsOfPartnershipAreValidated(String list, String keys, String mistake) {
        assertEquals(
                List.of("partnerships[0]." + list + "[0]" + mistake),
                codes(BASICS + "partnerships: [{slug: glass-phone, name: Glass and Phone, claims: [{citation: C9}], "
                        + list + ": [{" + keys + ", " + STATED + "}]}]\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        announcedOn: 2022, releasedOn: 2021                                | devices[0].releasedOn END_BEFORE_START
        series: phone-2                                                    | devices[0].series UNKNOWN_NAME
        status: GONE                                                       | devices[0].status INVALID_VALUE
        'partnerships: [{partnership: none, claims: [{citation: C9}]}]'    | devices[0].partnerships[0].partnership UNKNOWN_NAME
        'variants: [{claims: [{citation: C9}]}]'                           | devices[0].variants[0] MISSING_ALTERNATIVE
        'variants: [{memory: 0, claims: [{citation: C9, states: all}]}]'   | devices[0].variants[0].memory INVALID_VALUE
        'variants: [{code: V, claims: [{citation: C9, states: all}]}, {memory: 8, claims: [{citation: C9, states: all}]}, \
        {memory: 16, claims: [{citation: C9, states: all}]}, {code: V, claims: [{citation: C9, states: all}]}]' | \
        devices[0].variants[3] DUPLICATE
        'aliases: [{text: P, kind: NICK, claims: [{citation: C9, states: all}]}]' | devices[0].aliases[0].kind INVALID_VALUE
        'aliases: [{text: P, language: English, claims: [{citation: C9, states: all}]}]' | devices[0].aliases[0].language INVALID_VALUE
        """)
    void deviceIsValidated(String keys, String mistake) {
        assertEquals(List.of(mistake), codes(BASICS + device(keys + ", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        announcedOn: 2022, launchedOn: 2021, status: LAUNCHED | .launchedOn END_BEFORE_START
        launchedOn: 2021, status: NOT_LAUNCHED                | .launchedOn CONFLICTING_KEYS
        status: GONE                                          | .status INVALID_VALUE
        """)
    void launchIsValidated(String keys, String mistake) {
        assertEquals(
                List.of("launches[0]" + mistake),
                codes(BASICS + device("") + "launches: [{device: phone-1, market: XA, " + keys + ", " + STATED
                        + "}]\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {amount: 9, currency: USD}                | {amount: 9, currency: EUR, on: 2022}      | [1].currency SEVERAL_CURRENCIES
        {amount: 9, currency: USD}                | {amount: 8, currency: USD}                | [1] DUPLICATE
        {amount: 9, currency: USD, on: 2022}      | {amount: 8, currency: USD, on: 2022}      | [1] DUPLICATE
        {amount: 9, currency: USD, variant: P-1}  | {amount: 8, currency: USD, variant: P-1}  | [1] DUPLICATE
        {amount: 9, currency: USD}                | {amount: 8, currency: USD, variant: P-2}  | [1].variant UNKNOWN_NAME
        {amount: 9, currency: USD}                | {amount: -1, currency: USD, on: 2022}     | [1].amount INVALID_VALUE
        {amount: 9, currency: USD}                | {amount: 1, currency: usd, on: 2022}      | [1].currency INVALID_VALUE
        """)
    void pricesOfALaunchFitTogether(String first, String second, String mistake) {
        String prices = "prices: [" + first.replace("}", ", " + STATED + "}") + ", "
                + second.replace("}", ", " + STATED + "}") + "]";
        List<String> codes = codes(BASICS + device("variants: [{code: P-1, " + STATED + "}], ")
                + "launches: [{device: phone-1, market: XA, status: LAUNCHED, " + prices + ", " + STATED + "}]\n");
        assertEquals("launches[0].prices" + mistake, codes.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'measure: SHIPMENTS, unit: PERCENT, value: 1'                              | .unit UNIT_OF_ANOTHER_MEASURE
        'measure: SALES, unit: USD, value: 1'                                      | .unit UNIT_OF_ANOTHER_MEASURE
        'measure: SMARTPHONE_REVENUE, unit: UNITS, value: 1'                       | .unit UNIT_OF_ANOTHER_MEASURE
        'measure: MARKET_SHARE, unit: PERCENT, value: 101'                         | .value SHARE_ABOVE_WHOLE
        'measure: SALES, unit: UNITS'                                              | ' MISSING_ALTERNATIVE'
        'measure: SALES, unit: UNITS, value: 1e9'                                  | .value INVALID_VALUE
        'measure: SALES, unit: UNITS, value: NaN'                                  | .value INVALID_VALUE
        'measure: SALES, unit: UNITS, value: Infinity'                             | .value INVALID_VALUE
        'measure: SALES, unit: UNITS, changeOnYear: -100.1'                        | .changeOnYear INVALID_VALUE
        'measure: SALES, unit: UNITS, changeOnYear: 1000000000'                    | .changeOnYear INVALID_VALUE
        'measure: SALES, unit: UNITS, rank: 0'                                     | .rank INVALID_VALUE
        'measure: SALES, unit: UNITS, value: 1, rankBound: EXACT'                  | .rankBound DEPENDENT_KEY
        'measure: SALES, unit: UNITS, value: 1, period: 2022-13'                   | .period INVALID_VALUE
        'measure: SALES, unit: UNITS, value: 1, period: 2022-Q5'                   | .period INVALID_VALUE
        'measure: SALES, unit: UNITS, value: 1, peak: false'                       | .peak INVALID_VALUE
        """)
    void figureIsValidated(String keys, String mistake) {
        assertEquals(
                List.of("figures[0]" + mistake),
                codes(BASICS + "figures: [{brands: [phone], " + keys + ", " + STATED + "}]\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        publishedAt: 10:06                         | .publishedAt TIME_WITHOUT_DAY
        publishedOn: 2022-05, publishedAt: 10:06   | .publishedAt TIME_WITHOUT_DAY
        publishedOn: 2022-05-24, publishedAt: 9:60 | .publishedAt INVALID_VALUE
        url: example.org                           | .url INVALID_VALUE
        basedOn: [C8]                              | .basedOn[0] UNKNOWN_NAME
        basedOn: [C7]                              | .basedOn[0] CYCLE
        paidBy: [nobody]                           | .paidBy[0] UNKNOWN_NAME
        'claims: [{citation: C7, states: all}]'    | .claims[0].states STATED_VALUE_MISSING
        """)
    void citationIsValidated(String keys, String mistake) {
        assertEquals(List.of("citations[0]" + mistake), codes("citations: [{key: C7, " + keys + "}]\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kind: PARTY                     | .kind INVALID_VALUE
        kind: VISIT, on: 2022, until: 2021 | .until END_BEFORE_START
        'kind: VISIT, brands: [nobody]' | .brands[0] UNKNOWN_NAME
        'kind: VISIT, partnerships: [x]' | .partnerships[0] UNKNOWN_NAME
        """)
    void eventIsValidated(String keys, String mistake) {
        assertEquals(
                List.of("events[0]" + mistake),
                codes(BASICS + "events: [{slug: e, name: E, " + keys + ", " + STATED + "}]\n"));
    }

    private static String device(String keys) {
        return "devices: [{slug: phone-1, name: Phone 1, kind: MODEL, brand: phone, " + keys + STATED + "}]\n";
    }

    @Test
    void emptyListIsRejected() {
        assertEquals(List.of("citations[0].basedOn EMPTY_LIST"), codes("citations: [{key: C9, basedOn: []}]\n"));
    }

    @Test
    void nameIsUniqueAmongRecords() {
        assertMistakes(
                """
                citations:
                  - {key: C9}
                  - {key: C9}
                markets:
                  - {code: XA, name: Atlantis, kind: COUNTRY, claims: [{citation: C9}]}
                  - {code: XA, name: Avalon, kind: COUNTRY, claims: [{citation: C9}]}
                launches:
                  - {device: p, market: XA, status: LAUNCHED, claims: [{citation: C9, states: all}]}
                  - {device: p, market: XA, status: LAUNCHED, seller: Shop, claims: [{citation: C9, states: all}]}
                  - {device: p, market: XA, status: WITHDRAWN, claims: [{citation: C9, states: all}]}
                devices: [{slug: p, name: P, kind: MODEL, brand: b, claims: [{citation: C9, states: all}]}]
                brands: [{slug: b, name: B, claims: [{citation: C9}]}]
                """,
                "citations[1] (line 3): has the same key as citations[0] (line 2) [DUPLICATE]",
                "markets[1] (line 6): has the same code as markets[0] (line 5) [DUPLICATE]",
                "launches[2] (line 10): has the same device and market as launches[0] (line 8) [DUPLICATE]");
    }

    @Test
    void cyclesOfAnyLengthAreReported() {
        assertMistakes(
                """
                citations: [{key: C1, basedOn: [C3, C2]}, {key: C2, basedOn: [C1]}, {key: C3}]
                markets:
                  - {code: XA, name: A, kind: COUNTRY, parents: [990, XB], claims: [{citation: C1, states: all}]}
                  - {code: XB, name: B, kind: COUNTRY, parents: [XC], claims: [{citation: C1, states: all}]}
                  - {code: XC, name: C, kind: COUNTRY, parents: [XA], claims: [{citation: C1, states: all}]}
                  - {code: 990, name: D, kind: REGION, claims: [{citation: C1}]}
                brands:
                  - slug: a
                    name: A
                    ownerships: [{owner: a, claims: [{citation: C1, states: all}]}]
                    claims: [{citation: C1}]
                devices:
                  - {slug: s, name: S, kind: SERIES, series: t, brand: a, claims: [{citation: C1, states: all}]}
                  - {slug: t, name: T, kind: SERIES, series: s, brand: a, claims: [{citation: C1, states: all}]}
                  - {slug: u, name: U, kind: MODEL, series: s, brand: a, claims: [{citation: C1, states: all}]}
                """,
                "citations[0].basedOn[1] (line 1): forms a cycle: C1 in C2 in C1 [CYCLE]",
                "citations[1].basedOn[0] (line 1): forms a cycle: C2 in C1 in C2 [CYCLE]",
                "markets[0].parents[1] (line 3): forms a cycle: XA in XB in XC in XA [CYCLE]",
                "markets[1].parents[0] (line 4): forms a cycle: XB in XC in XA in XB [CYCLE]",
                "markets[2].parents[0] (line 5): forms a cycle: XC in XA in XB in XC [CYCLE]",
                "brands[0].ownerships[0].owner (line 10): forms a cycle: a in a [CYCLE]",
                "devices[0].series (line 13): forms a cycle: s in t in s [CYCLE]",
                "devices[1].series (line 14): forms a cycle: t in s in t [CYCLE]");
    }

    @Test
    void codeOfMarketMatchesItsKind() {
        assertEquals(
                List.of(
                        "markets[0].code CODE_OF_ANOTHER_KIND",
                        "markets[1].code CODE_OF_ANOTHER_KIND",
                        "markets[2].code INVALID_VALUE"),
                codes("""
                    citations: [{key: C9}]
                    markets:
                      - {code: XA, name: A, kind: REGION, claims: [{citation: C9}]}
                      - {code: 990, name: B, kind: COUNTRY, claims: [{citation: C9}]}
                      - {code: xa, name: C, kind: COUNTRY, claims: [{citation: C9}]}
                    """));
    }

    @Test
    void aliasIsOfOneBrandInUpperOrLowerCase() {
        assertMistakes(
                """
                citations: [{key: C9}]
                brands:
                  - slug: a
                    name: Alpha
                    aliases:
                      - {text: ALPHA, claims: [{citation: C9, states: all}]}
                      - {text: beta, claims: [{citation: C9, states: all}]}
                      - {text: Gamma, claims: [{citation: C9, states: all}]}
                    claims: [{citation: C9}]
                  - slug: b
                    name: Beta
                    aliases:
                      - {text: gamma, claims: [{citation: C9, states: all}]}
                      - {text: Delta, claims: [{citation: C9, states: all}]}
                      - {text: delta, claims: [{citation: C9, states: all}]}
                    claims: [{citation: C9}]
                """,
                "brands[0].aliases[1].text (line 7): beta is a name of b as well [ALIAS_OF_ANOTHER_BRAND]",
                "brands[1].aliases[0].text (line 13): gamma is a name of a as well [ALIAS_OF_ANOTHER_BRAND]",
                "brands[1].aliases[2].text (line 15): delta is the same name as that of brands[1].aliases[1] (line 14)"
                        + " [DUPLICATE]");
    }

    @Test
    void slugHasLettersOfAnyScriptInLowerCase() {
        for (String slug : List.of("华为", "xiaomi-14", "ライカ-1", "größe", "лейка")) {
            assertDoesNotThrow(() -> check(brand(slug)), slug);
        }
        for (String slug : List.of("Huawei", "ÄRA", "a--b", "-a", "a_b", "a b", "x".repeat(101), "😀")) {
            assertEquals(List.of("brands[0].slug INVALID_VALUE"), codes(brand(slug)), slug);
        }
    }

    private static String brand(String slug) {
        return "citations: [{key: C9}]\nbrands: [{slug: " + slug + ", name: A, claims: [{citation: C9}]}]\n";
    }

    @Test
    void textThatCannotBeStoredOrIndexedIsRejected() {
        assertMistakes(
                "citations:\n  - key: C9\n    document: \"a\\0b\"\n    title: " + "x".repeat(501)
                        + "\n    author: '  '\n",
                "citations[0].document (line 3): a\0b is blank or contains a character that cannot be stored"
                        + " [INVALID_VALUE]",
                "citations[0].title (line 4): " + "x".repeat(80)
                        + "… is blank, is longer than 500 characters, or contains a character that cannot be stored"
                        + " [INVALID_VALUE]",
                "citations[0].author (line 5):    is blank, is longer than 500 characters, or contains a character that"
                        + " cannot be stored [INVALID_VALUE]");
    }
}
