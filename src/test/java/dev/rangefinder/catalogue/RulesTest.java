package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.assertMistakes;

import org.junit.jupiter.api.Test;

/** Records that would violate a constraint of the database are reported with their location in the file. */
class RulesTest {

    private static final String DEVICE =
            "devices: [{slug: phone-1, name: Phone 1, kind: MODEL, brand: phone, cited: [C9]}]\n";

    @Test
    void nameIsUniqueAmongRecords() {
        assertMistakes(
                """
                citations:
                  - {key: C9, document: nine.txt}
                  - {key: C9, document: ten.txt}
                markets:
                  - {code: XA, name: Atlantis, kind: COUNTRY}
                  - {code: XA, name: Avalon, kind: COUNTRY}
                brands:
                  - {slug: phone, name: Phone, makes: HANDSETS, cited: [C9]}
                  - {slug: phone, name: Phones, makes: HANDSETS, cited: [C9]}
                """,
                "citations[1] (line 3): has the same key as citations[0] (line 2)",
                "markets[1] (line 6): has the same code as markets[0] (line 5)",
                "brands[1] (line 9): has the same slug as brands[0] (line 8)");
    }

    @Test
    void cycleOfParentsIsReported() {
        assertMistakes(
                """
                citations: [{key: C9, document: nine.txt}]
                markets:
                  - {code: XA, name: A, kind: COUNTRY, parent: XB}
                  - {code: XB, name: B, kind: COUNTRY, parent: XA}
                  - {code: XC, name: C, kind: COUNTRY, parent: XA}
                brands:
                  - {slug: a, name: A, makes: HANDSETS, parent: a, cited: [C9]}
                """,
                "markets[0].parent (line 3): forms a cycle: XA in XB in XA",
                "markets[1].parent (line 4): forms a cycle: XB in XA in XB",
                "brands[0].parent (line 7): forms a cycle: a in a");
    }

    @Test
    void codeOfMarketMatchesItsKind() {
        assertMistakes(
                """
                markets:
                  - {code: XA, name: A, kind: REGION}
                  - {code: 990, name: B, kind: COUNTRY}
                  - {code: xa, name: C, kind: COUNTRY}
                """,
                "markets[0].code (line 2): XA is not the code of a REGION",
                "markets[1].code (line 3): 990 is not the code of a COUNTRY",
                "markets[2].code (line 4): xa is not the code of a market such as IN or 001");
    }

    @Test
    void membersOfPartnershipDifferInRoleAndBrand() {
        assertMistakes(
                BASICS + """
                    partnerships:
                      - slug: glass-phone
                        name: Glass and Phone
                        cited: [C9]
                        members:
                          - {role: HANDSET_MAKER, brand: phone}
                          - {role: HANDSET_MAKER, brand: phone}
                          - {role: DESIGNER, brand: nobody}
                    """,
                "partnerships[0].members[1] (line 12): has the same role as partnerships[0].members[0] (line 11)",
                "partnerships[0].members[1] (line 12): has the same brand as partnerships[0].members[0] (line 11)",
                "partnerships[0].members[2].role (line 13): DESIGNER is not one of HANDSET_MAKER, OPTICS_PARTNER",
                "partnerships[0].members[2].brand (line 13): nobody is not a brand in this file");
    }

    @Test
    void contradictoryTerritoriesAndTermsAreReported() {
        assertMistakes(
                BASICS + """
                    partnerships:
                      - slug: glass-phone
                        name: Glass and Phone
                        cited: [C9]
                        territories:
                          - {market: XA, included: false, exclusive: true, citation: C9}
                          - {market: XA, included: maybe}
                        terms:
                          - {kind: SUCCESSOR, citation: C9}
                          - {kind: LICENCE_FEE_PER_HANDSET, amount: {from: 5, to: 3, currency: USD}, standing: RUMOURED}
                          - {kind: PRICE_MADE_POSSIBLE, amount: {to: 5}, converted: {currency: INR}, citation: C9}
                          - {kind: PRICE_MADE_POSSIBLE, amount: {currency: usd}, citation: C9}
                          - {kind: PEOPLE_AT_OPTICS_PARTNER, number: about 25, citation: C9}
                    """,
                "partnerships[0].territories[0].exclusive (line 11): is not allowed when included is false",
                "partnerships[0].territories[1].included (line 12): maybe is neither true nor false",
                "partnerships[0].territories[1].citation (line 12): is missing: a confirmed or reported record needs a "
                        + "citation",
                "partnerships[0].territories[1] (line 12): has the same market as partnerships[0].territories[0] (line"
                        + " 11)",
                "partnerships[0].terms[0] (line 14): needs at least one of statement, number, decidedBy," + " amount",
                "partnerships[0].terms[1].amount.to (line 15): 3 is below from, which is 5",
                "partnerships[0].terms[2].amount.currency (line 16): is missing",
                "partnerships[0].terms[2].converted.amount (line 16): is missing",
                "partnerships[0].terms[3].amount.currency (line 17): usd is not the code of a currency such as USD",
                "partnerships[0].terms[3].amount (line 17): needs at least one of from, to",
                "partnerships[0].terms[3] (line 17): has the same kind and citation as partnerships[0].terms[2] (line"
                        + " 16)",
                "partnerships[0].terms[4].number (line 18): about 25 is not a whole number such as 25");
    }

    @Test
    void onlyModelsBelongToASeries() {
        assertMistakes(
                BASICS + """
                    devices:
                      - {slug: phone-1, name: Phone 1, kind: MODEL, brand: phone, series: phone-2, cited: [C9]}
                      - {slug: phone-2, name: Phone 2, kind: MODEL, brand: phone, partnership: none, cited: [C9]}
                      - {slug: phones, name: Phones, kind: SERIES, brand: phone, series: phones, cited: [C9]}
                    """,
                "devices[0].series (line 7): phone-2 is not a series in this file",
                "devices[1].partnership (line 8): none is not a partnership in this file",
                "devices[2].series (line 9): is not allowed when kind is SERIES");
    }

    @Test
    void deviceIsLaunchedOnceInAMarketAtACompletePrice() {
        assertMistakes(
                BASICS + DEVICE + """
                    launches:
                      - {device: phone-1, market: XA, status: LAUNCHED, price: {amount: 9}, cited: [C9]}
                      - {device: phone-1, market: XA, status: NOT_LAUNCHED, launchedOn: 2022, cited: [C9]}
                      - {device: phone-2, market: XB, status: GONE, price: {amount: -1, currency: USD, bound: EXACT}}
                    """,
                "launches[0].price.currency (line 8): is missing",
                "launches[0].price.bound (line 8): is missing",
                "launches[1].launchedOn (line 9): is not allowed when status is NOT_LAUNCHED",
                "launches[1] (line 9): has the same device and market as launches[0] (line 8)",
                "launches[2].device (line 10): phone-2 is not a device in this file",
                "launches[2].market (line 10): XB is not a market in this file",
                "launches[2].status (line 10): GONE is not one of ANNOUNCED, LAUNCHED, NOT_LAUNCHED, WITHDRAWN",
                "launches[2].price.amount (line 10): -1 is not an amount of at least 0 such as 75000 or 9.99",
                "launches[2].cited (line 10): is missing: a confirmed or reported record needs a citation");
    }

    @Test
    void figureHasAValueInAUnitOfItsMeasure() {
        assertMistakes(
                BASICS + """
                    figures:
                      - {brands: [], market: XA, period: 2022-Q5, measure: SHIPMENTS, unit: PERCENT, cited: [C9]}
                      - {brands: [phone, phone], market: XA, period: 2022, measure: MARKET_SHARE,
                         unit: PERCENT, value: 101, rank: 0, cited: [C9, C9]}
                      - {brands: [phone], market: XA, period: 2022, measure: SMARTPHONE_REVENUE,
                         unit: UNITS, value: 1e9, standing: RUMOURED}
                    """,
                "figures[0].brands (line 7): is an empty list: omit the key if the value is unknown",
                "figures[0].period (line 7): 2022-Q5 is not a year or a quarter such as 2021 or 2022-Q1",
                "figures[0] (line 7): needs at least one of value, changeOnYear, rank",
                "figures[0].unit (line 7): PERCENT is not a unit of SHIPMENTS",
                "figures[1].brands[1] (line 8): names phone twice",
                "figures[1].rank (line 9): 0 is not a rank such as 1",
                "figures[1].cited[1] (line 9): names C9 twice",
                "figures[1].value (line 9): 101 is more than 100 per cent",
                "figures[2].value (line 11): 1e9 is not an amount of at least 0 such as 75000 or 9.99",
                "figures[2].unit (line 11): UNITS is not a unit of SMARTPHONE_REVENUE");
    }

    @Test
    void claimHasACitationAndAValueOrExpectationOfAProperty() {
        assertMistakes(
                BASICS + """
                    devices:
                      - slug: phone-1
                        name: Phone 1
                        kind: MODEL
                        brand: phone
                        cited: [C9]
                        claims:
                          - {property: releasedOn, value: 2022}
                          - {citation: C9, value: 2022}
                          - {citation: C9, property: Released on, value: 2022, expectation: WILL_HAPPEN}
                          - {citation: C9, property: releasedOn, expectation: MIGHT_HAPPEN, affects: [phone-2]}
                    """,
                "devices[0].claims[0].citation (line 13): is missing",
                "devices[0].claims[1].value (line 14): needs a property",
                "devices[0].claims[2].property (line 15): Released on is not the name of a property such as releasedOn",
                "devices[0].claims[2] (line 15): can have only one of value, expectation",
                "devices[0].claims[3].expectation (line 16): MIGHT_HAPPEN is not one of WILL_HAPPEN, WILL_NOT_HAPPEN",
                "devices[0].claims[3].affects[0] (line 16): phone-2 is not a device in this file");
    }

    @Test
    void textThatCannotBeStoredOrIndexedIsRejected() {
        assertMistakes(
                "citations:\n  - key: C9\n    document: \"a\\0b\"\n    title: " + "x".repeat(501)
                        + "\n    author: '  '\n",
                "citations[0].document (line 3): a\0b is blank or contains a character that cannot be stored",
                "citations[0].title (line 4): " + "x".repeat(80)
                        + "… is blank, is longer than 500 characters, or contains a character that cannot be stored",
                "citations[0].author (line 5):    is blank, is longer than 500 characters, or contains a character that cannot be"
                        + " stored");
    }
}
