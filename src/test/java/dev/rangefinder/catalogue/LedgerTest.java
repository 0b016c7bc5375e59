package dev.rangefinder.catalogue;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The founding catalogue holds every fact of its documents. The rows of the ledger of these facts are numbered from 1 to 70, and each
 * has a test. An answer is compared in a short form: see {@link #shorten}.
 */
@QuarkusTest
class LedgerTest {

    private static final String HUAWEI = partnership("leica-huawei");
    private static final String SHARP = partnership("leica-sharp");
    private static final String XIAOMI = partnership("leica-xiaomi");

    // Citations and speakers

    @Test
    void row01FirstDocumentIsDatedByItsPageAndItsText() {
        assertAnswer("""
                { citation(key: "C0") { document title pageDatedOn writtenBefore publishedOn } }
                """, """
                {document: '000_e9f7786673ec6595.txt', title: 'Xiaomi and Leica Partnership Is Here to Stay',
                    pageDatedOn: '2024-07-27', writtenBefore: '2024-03-07', publishedOn: null}""");
    }

    @Test
    void row02FirstDocumentDisclosesWhoPaidForIt() {
        assertAnswer("""
                { citation(key: "C0") { disclosure paidBy { nodes { slug } } } }
                """, """
                {disclosure: "Xiaomi paid the writer's flights to Wetzlar and to Mobile World Congress 2024. Links of \
                the page can be affiliate links.",
                    paidBy: ['xiaomi']}""");
    }

    @Test
    void row03FirstDocumentIsRewordedAndHasNoPublisher() {
        assertAnswer("""
                { citation(key: "C0") { publisher author remark } }
                """, """
                {publisher: null, author: null, remark:
                    'The page header names Indore. The text is machine-reworded: it has "Leitz Cellphone" and \
                "digicam". It advertises a podcast of "Devices 360", so it likely comes from a publication whose name \
                was reworded, too.'}""");
    }

    @Test
    void row04SecondDocumentHasPublisherAndAuthor() {
        assertAnswer("""
                { citation(key: "C1") { document title publisher author }
                    speaker(slug: "s-aadeetya") { name role brand { slug } citation { key } } }
                """, """
                {citation: {document: '001_06d2b6e0efb3583b.txt', title: null, publisher: 'News18 Tech',
                    author: 'S Aadeetya'},
                    speaker: {name: 'S Aadeetya', role:
                        'Special Correspondent at News18 Tech, a journalist for ten years', brand: null,
                        citation: 'C1'}}""");
    }

    @Test
    void row05SecondDocumentRelaysPost() {
        assertAnswer("""
                { citation(key: "C1") { remark basedOn { nodes { key } } } }
                """, """
                {remark: 'It refers to a report of the same week, which came from the post of a tipster.',
                    basedOn: ['W']}""");
    }

    @Test
    void row06ThirdDocumentRelaysPostOnWeibo() {
        assertAnswer("""
                { citation(key: "C2") { document title origin publisher basedOn { nodes { key origin } } } }
                """, """
                {document: '002_c27f46fd770336cb.txt',
                    title: 'Xiaomi is Ending its Leica Camera Partnership: What This Means for Future Phones',
                        origin: 'Weibo',
                    publisher: null, basedOn: [{key: 'W', origin: 'Weibo'}]}""");
    }

    @Test
    void row07FourthDocumentIsDatedToTheMinute() {
        assertAnswer("""
                { citation(key: "C3") { document title author publishedOn publishedAt basedOn { nodes { key } } } }
                """, """
                {document: '003_6f672abd7eeb3c85.txt', title:
                    'Leica inks a partnership agreement with Xiaomi for new smartphones after ending a seven-year \
                Huawei partnership',
                    author: 'Aron Chen', publishedOn: '2022-05-24', publishedAt: '10:06', basedOn: ['T']}""");
    }

    @Test
    void row08KayPlaetkeSpeaksOfDecisionsAndTeams() {
        assertSpeaker("kay-plaetke", """
                {name: 'Kay Plaetke', role: 'Strategy and Business Development Manager Mobile at Leica', brand: 'leica',
                    standing: 'REPORTED', citation: 'C0', statements: [
                        {citation: 'C0', standing: 'CONFIRMED', property: 'teams', value: 'Dedicated teams work on it'},
                        {citation: 'C0', standing: 'CONFIRMED', property: 'decidedBy', value: 'IMAGING_PARTNER'},
                        {citation: 'C0', standing: 'CONFIRMED', property: 'kind', value: 'IMAGE_QUALITY'},
                        {citation: 'C0', standing: 'CONFIRMED', property: 'decidedBy', value: 'HANDSET_MAKER'},
                        {citation: 'C0', standing: 'CONFIRMED', property: 'decidedBy', value: 'IMAGING_PARTNER'},
                        {citation: 'C0', standing: 'CONFIRMED', property: 'kind', value: 'HARDWARE_CHOICE'},
                        {citation: 'C0', standing: 'CONFIRMED', property: 'statement',
                            value: 'From the chipset to the camera sensors'}]}""");
    }

    @Test
    void row09JulianBurczykSpeaksOfTeams() {
        assertSpeaker("julian-burczyk", """
                {name: 'Julian Burczyk', role: 'Head of Product Management Mobile at Leica', brand: 'leica',
                    standing: 'REPORTED', citation: 'C0', statements: [
                        {citation: 'C0', standing: 'CONFIRMED', property: 'teams',
                            value: 'Dedicated teams work on it'}]}""");
    }

    @Test
    void row10LeiJunSpeaksOfMotive() {
        assertSpeaker("lei-jun", """
                {name: 'Lei Jun', role: 'Founder, chairman and chief executive of Xiaomi', brand: 'xiaomi',
                    standing: 'REPORTED', citation: 'C3', statements: [
                        {citation: 'C3', standing: 'CONFIRMED', property: 'motive',
                            value: 'Xiaomi wants to find the limits of smartphone photography'}]}""");
    }

    @Test
    void row11DigitalChatStationIsSpeakerOfThePost() {
        assertAnswer("""
                {
                  speaker(slug: "digital-chat-station") {
                    name role brand { slug } standing citation { key }
                    statements { nodes { citation { key author } standing likelihood property } }
                  }
                }
                """, """
                {name: 'Digital Chat Station', role: 'Tipster from China', brand: null, standing: 'REPORTED',
                    citation: 'C1',
                    statements: [{citation: {key: 'W', author: 'Digital Chat Station'}, standing: 'RUMOURED',
                        likelihood: 'POSSIBLE', property: 'endedOn'}]}""");
    }

    // Leica and Huawei

    @Test
    void row12AgreementOfLeicaAndHuaweiWasSignedIn2015() {
        assertAnswer("{ %s { signedOn announcedOn startedOn } }".formatted(HUAWEI), """
                {signedOn: '2015', announcedOn: null, startedOn: null}""");
        assertExplanation(HUAWEI, "signedOn", """
                {value: '2015', supporting: ['C3 REPORTED STATED: 2015'], opposing: []}""");
    }

    @Test
    void row13PartnershipOfLeicaAndHuaweiLastedSevenYears() {
        assertClaims(HUAWEI, "duration", "C3 REPORTED STATED: 7 years");
    }

    @Test
    void row14FirstPhoneOfLeicaAndHuaweiCameYearAfterTheAgreement() {
        assertClaims(
                HUAWEI,
                "firstDevice",
                "C3 REPORTED STATED: 2016 (The date of the first phone, a year after the agreement. C3 does not name the phone.)");
        assertAnswer("{ %s { devices { totalCount } } }".formatted(HUAWEI), "0");
    }

    @Test
    void row15PartnershipOfLeicaAndHuaweiEndedInMarch2022() {
        assertExplanation(HUAWEI, "endedOn", """
                {value: '2022-03', supporting: ['C3 REPORTED STATED: 2022-03'], opposing: []}""");
        assertAnswer(claimsOf(HUAWEI, "endedBy", "C3"), "['C3 REPORTED STATED: both']");
    }

    @Test
    void row16BothEndedPartnershipAccordingToC1() {
        assertAnswer(claimsOf(HUAWEI, "endedBy", "C1"), "['C1 REPORTED STATED: both']");
    }

    @Test
    void row17HuaweiEndedPartnershipAccordingToC2() {
        assertAnswer(claimsOf(HUAWEI, "endedBy", "C2"), "['C2 REPORTED STATED: huawei']");
        assertClaims(
                HUAWEI,
                "endedBy",
                "C1 REPORTED STATED: both",
                "C2 REPORTED STATED: huawei",
                "C3 REPORTED STATED: both");
    }

    @Test
    void row18PSeriesWasLaunchedGlobally() {
        assertExplanation(HUAWEI, "lines", """
                {value: 'P series', supporting: ['C1 REPORTED STATED: P series'], opposing: []}""");
        assertItem(HUAWEI, "territories", "market", "001", "included exclusive " + explain("included"), """
                {market: '001', included: true, exclusive: null, explain: {value: 'true',
                    supporting: ['C1 REPORTED STATED: true (The P series was launched globally)'], opposing: []}}""");
    }

    @Test
    void row19AgreementsAreLikelyOrPossiblyLicences() {
        assertAnswer(claimsOf(XIAOMI, "nature", "C3"), """
                ['C3 REPORTED STATED: Global strategic partnership',
                    "C3 RUMOURED LIKELY: Licence of Leica's brand name and of select filters and effects (If the \
                agreement is like that with Huawei)"]""");
        assertClaims(
                HUAWEI,
                "nature",
                "C3 RUMOURED POSSIBLE: Licence of Leica's brand name and of select filters and effects (C3 implies it, because it concludes from this agreement to that with Xiaomi)");
    }

    @Test
    void row20HuaweiContinuedWithXmageAccordingToC2() {
        assertItem(
                HUAWEI,
                "terms",
                "statement",
                "XMAGE, Huawei's own imaging platform",
                "kind standing citation { key } " + explain("statement"),
                """
                {statement: "XMAGE, Huawei's own imaging platform", kind: 'SUCCESSOR', standing: 'REPORTED',
                    citation: 'C2', explain: {
                    value: "XMAGE, Huawei's own imaging platform",
                    supporting: ["C2 REPORTED STATED: XMAGE, Huawei's own imaging platform"], opposing: []}}""");
        assertAnswer(claimsOf(HUAWEI, "successor", "C2"), """
                ["C2 REPORTED STATED: XMAGE, Huawei's own imaging platform (A precedent for Xiaomi)"]""");
    }

    @Test
    void row21HuaweiContinuedWithItsOwnSensorsAccordingToC1() {
        assertItem(
                HUAWEI,
                "terms",
                "statement",
                "Sensors that Huawei developed itself",
                "kind standing citation { key } " + explain("statement"),
                """
                {statement: 'Sensors that Huawei developed itself', kind: 'SUCCESSOR', standing: 'REPORTED',
                    citation: 'C1', explain: {
                    value: 'Sensors that Huawei developed itself',
                    supporting: ['C1 REPORTED STATED: Sensors that Huawei developed itself'], opposing: []}}""");
        assertAnswer(claimsOf(HUAWEI, "successor", "C1"), """
                ['C1 REPORTED STATED: Sensors that Huawei developed itself']""");
    }

    // Leica and Sharp

    @Test
    void row22LeicaAndSharpWorkTogetherUnderTheBrandLeitz() {
        assertExplanation(SHARP, "startedOn", """
                {value: '2020', supporting: ['C0 REPORTED STATED: 2020'], opposing: []}""");
        assertExplanation(SHARP, "productBrands", """
                {value: 'Leitz', supporting: ['C0 REPORTED STATED: Leitz'], opposing: []}""");
        assertClaims(SHARP, "nature", "C0 REPORTED STATED: Joint development of premium phones");
        assertAnswer(
                "{ %s { contributions { kind brand { slug } standing citation { key } } } }".formatted(SHARP), """
                [{kind: 'SOFTWARE', brand: null, standing: 'REPORTED', citation: 'C0'},
                    {kind: 'HARDWARE', brand: null, standing: 'REPORTED', citation: 'C0'}]""");
    }

    @Test
    void row23LeitzPhone1WasLaunchedInJapanIn2021() {
        assertAnswer("""
                { device(slug: "leitz-phone-1") {
                  name releasedOn standing citation { key } collaborations { partnership { slug }
                      position claims { nodes { ...claim } } }
                  launches { nodes { market { code } launchedOn status standing citation { key } } } } }
                """, """
                {name: 'Leitz Phone 1', releasedOn: '2021', standing: 'REPORTED', citation: 'C0',
                    collaborations: [{partnership: 'leica-sharp', position: 1,
                        claims: ['C0 REPORTED STATED: 1 (The first)']}],
                    launches: [{market: 'JP', launchedOn: '2021', status: 'LAUNCHED', standing: 'REPORTED',
                        citation: 'C0'}]}""");
    }

    @Test
    void row24LeitzPhone2WasLaunchedByBothFirmsIn2022() {
        assertAnswer("""
                { device(slug: "leitz-phone-2") {
                  name collaborations { partnership { slug } position } launches { nodes { market { code } } } } }
                """, """
                {name: 'Leitz Phone 2', collaborations: [{partnership: 'leica-sharp', position: null}], launches: []}""");
        assertExplanation("device(slug: \"leitz-phone-2\")", "releasedOn", """
                {value: '2022', supporting: ['C0 REPORTED STATED: 2022 (Both firms launched it)'], opposing: []}""");
    }

    @Test
    void row25TerritoryOfLeicaAndSharpIsJapan() {
        assertAnswer(
                "{ %s { territories { market { code } included exclusive standing %s } } }"
                        .formatted(SHARP, explain("market")),
                """
                [{market: 'JP', included: true, exclusive: null, standing: 'REPORTED', explain: {
                    value: 'JP', supporting: ['C0 REPORTED STATED: JP'], opposing: []}}]""");
    }

    // Leica and Xiaomi

    @Test
    void row26LeicaAndXiaomiBeganToWorkTogetherIn2022() {
        assertExplanation(XIAOMI, "startedOn", """
                {value: '2022', supporting: ['C0 REPORTED STATED: 2022'], opposing: []}""");
    }

    @Test
    void row27AnnouncementIsConfirmedByXiaomi() {
        assertExplanation(XIAOMI, "announcedOn", """
                {value: '2022-05-23', supporting: ['T CONFIRMED STATED: 2022-05-23 (As C3 relays it)',
                    'C3 REPORTED STATED: 2022-05-23 (After earlier rumours)'], opposing: []}""");
        assertAnswer(claimsOf(XIAOMI, "nature", "T"), """
                ['T CONFIRMED STATED: Global strategic partnership (As C3 relays it)']""");
        assertClaims(
                XIAOMI,
                "nextDevice",
                "T CONFIRMED STATED: A phone of the next generation, expected 2022-07 (As C3 relays it. The phone is not named.)",
                "C3 REPORTED STATED: A phone of the next generation, expected 2022-07 (C3 does not name the phone)");
        assertAnswer(
                "{ %s { january: status(on: \"2022-01\") before: status(on: \"2022-05-22\") on: status(on: \"2022-05-23\") } }"
                        .formatted(XIAOMI),
                """
                {january: 'UNKNOWN', before: 'UNKNOWN', on: 'ACTIVE'}""");
    }

    @Test
    void row28PartnershipIsExclusiveInTheWorldExceptJapan() {
        assertItem(XIAOMI, "territories", "market", "001", "included exclusive standing " + explain("exclusive"), """
                {market: '001', included: true, exclusive: true, standing: 'REPORTED', explain: {
                    value: 'true', supporting:
                        ["C0 REPORTED STATED: true (Only Xiaomi's phones carry Leica's brand, except in Japan)"],
                        opposing: []}}""");
        assertItem(XIAOMI, "territories", "market", "JP", "included exclusive standing " + explain("included"), """
                {market: 'JP', included: false, exclusive: null, standing: 'REPORTED', explain: {
                    value: 'false', supporting: ['C0 REPORTED STATED: false'], opposing: []}}""");
        assertItem(XIAOMI, "territories", "market", "001", "until " + explain("until"), """
                {market: '001', until: null, explain: {value: null,
                    supporting: ['C0 REPORTED POSSIBLE, expected When the exclusive partnership ends'], opposing: []}}""");
    }

    @Test
    void row29BothFirmsDenyMarketingCampaign() {
        assertExplanation(XIAOMI, "marketingCampaign", """
                {value: null, supporting: [], opposing: ['C0 CONFIRMED DENIED (Both firms say that it is none)']}""");
    }

    @Test
    void row30LeicaDecidesOnImageQuality() {
        assertItem(XIAOMI, "terms", "kind", "IMAGE_QUALITY", "standing " + explain("decidedBy"), """
                {kind: 'IMAGE_QUALITY', standing: 'CONFIRMED', explain: {value: 'IMAGING_PARTNER',
                    supporting: ['C0 kay-plaetke CONFIRMED STATED: IMAGING_PARTNER'], opposing: []}}""");
    }

    @Test
    void row31BothFirmsChooseHardware() {
        assertItem(XIAOMI, "terms", "kind", "HARDWARE_CHOICE", "statement standing " + explain("decidedBy"), """
                {kind: 'HARDWARE_CHOICE', statement: 'From the chipset to the camera sensors', standing: 'CONFIRMED',
                    explain: {
                    value: 'HANDSET_MAKER, IMAGING_PARTNER', supporting:
                        ['C0 kay-plaetke CONFIRMED STATED: HANDSET_MAKER',
                        'C0 kay-plaetke CONFIRMED STATED: IMAGING_PARTNER'], opposing: []}}""");
    }

    @Test
    void row32About25PeopleWorkOnIt() {
        assertItem(XIAOMI, "terms", "kind", "PEOPLE", "approximate standing " + explain("number"), """
                {kind: 'PEOPLE', approximate: true, standing: 'CONFIRMED', explain: {
                    value: '25', supporting: ['C0 CONFIRMED STATED: 25 (Leica executives)'], opposing: []}}""");
        assertClaims(
                XIAOMI,
                "teams",
                "C0 kay-plaetke CONFIRMED STATED: Dedicated teams work on it",
                "C0 julian-burczyk CONFIRMED STATED: Dedicated teams work on it");
    }

    @Test
    void row33PricesFellBelowOneThousandDollars() {
        assertItem(
                XIAOMI,
                "terms",
                "kind",
                "PRICE",
                "approximate amount { from to toExcluded currency } converted { amount currency } convertedApproximate standing "
                        + explain("amount") + " conversion: " + explain("converted"),
                """
                {kind: 'PRICE', approximate: false, amount: {from: null, to: '1000', toExcluded: true, currency: 'USD'},
                    converted: {amount: '83000', currency: 'INR'}, convertedApproximate: true, standing: 'CONFIRMED',
                    explain: {value: 'below 1000 USD', supporting:
                        ['C0 CONFIRMED STATED: below 1000 USD (Leica executives)'], opposing: []},
                    conversion: {value: '83000 INR', supporting:
                        ['C0 REPORTED STATED: 83000 INR (The conversion of C0)'], opposing: []}}""");
    }

    @Test
    void row34WriterDeniesTheEnd() {
        assertExplanation(XIAOMI, "endedOn", """
                {value: null, supporting: [
                    "C0 REPORTED POSSIBLE (Leica's brand is on Xiaomi's phones alone until the exclusive partnership \
                ends)",
                    'C2 RUMOURED LIKELY, expected With the next flagships, on Snapdragon 8 Elite 2',
                    'C1 RUMOURED POSSIBLE, expected Soon (The writer calls such reports very premature)',
                    'W digital-chat-station RUMOURED POSSIBLE (As C1 relays it. The post does not name the brand.)'],
                    opposing: ['C0 REPORTED DENIED (In the words of the writer, not of a party)']}""");
        assertClaims(
                XIAOMI,
                "furtherDevices",
                "C0 CONFIRMED STATED: More phones with Leica's brand (One of the points that both brands touched on)");
    }

    @Test
    void row35EachFirmHasItsMotive() {
        assertAnswer(claimsOf(XIAOMI, "motive", "C0"), """
                ['C0 REPORTED STATED: Xiaomi wants a share of the premium segment',
                    'C0 REPORTED STATED: Leica wants a way into phones']""");
    }

    @Test
    void row36ExecutivesMetInWetzlar() {
        assertAnswer("""
                { event(slug: "wetzlar-visit") { name kind on place brands { nodes { slug } }
                    partnerships { nodes { slug } } standing citation { key } } }
                """, """
                {name: 'Executives of Xiaomi India and Leica in Wetzlar', kind: 'VISIT', on: null,
                    place: 'Wetzlar, Germany',
                    brands: ['leica', 'xiaomi'], partnerships: ['leica-xiaomi'], standing: 'REPORTED', citation: 'C0'}""");
    }

    @Test
    void row37EndIsPossibleAccordingToC1() {
        assertAnswer(claimsOf(XIAOMI, "endedOn", "C1"), """
                ['C1 RUMOURED POSSIBLE, expected Soon (The writer calls such reports very premature)']""");
    }

    @Test
    void row38EndIsLikelyAccordingToC2() {
        assertAnswer(claimsOf(XIAOMI, "endedOn", "C2"), """
                ['C2 RUMOURED LIKELY, expected With the next flagships, on Snapdragon 8 Elite 2']""");
    }

    @Test
    void row39AmountOfTheRoyaltyIsUnknownAccordingToC1() {
        assertItem(
                XIAOMI,
                "terms",
                "kind",
                "ROYALTY",
                "amount { from } standing citation { key } " + explain("statement"),
                """
                {kind: 'ROYALTY', amount: null, standing: 'REPORTED', citation: 'C1', explain: {
                    value: 'Xiaomi pays royalties, of an amount that is not known',
                    supporting: ['C1 REPORTED STATED: Xiaomi pays royalties, of an amount that is not known'],
                        opposing: []}}""");
        assertAnswer(claimsOf(XIAOMI, "royalty", "C1"), """
                ['C1 REPORTED STATED: Not known, but surely significant']""");
    }

    @Test
    void row40FeesOfSuchPartnershipsAreRumoured() {
        assertAnswer(
                "{ citation(key: \"C2\") { claimsAbout(filter: {property: {eq: \"royalty\"}}) { nodes { ...claim } } } }",
                """
                ['C2 RUMOURED STATED: 3 to 5 USD (What fees add to the cost of a handset in partnerships like that \
                with Leica)']""");
        String possible =
                "C2 RUMOURED POSSIBLE: 3 to 5 USD (Per handset, in partnerships like this one. C2 does not say that it is the fee of this one.)";
        assertAnswer(claimsOf(XIAOMI, "royalty", "C2"), "['%s']".formatted(possible));
        assertItem(XIAOMI, "terms", "kind", "ROYALTY", explain("amount"), """
                {kind: 'ROYALTY', explain: {value: null, supporting: ['%s'], opposing: []}}""".formatted(possible));
    }

    @Test
    void row41EndHasTwoReasonsInEachDocument() {
        assertClaims(
                XIAOMI,
                "endReason",
                "C2 RUMOURED STATED: Own imaging",
                "C2 RUMOURED STATED: Lower cost of production",
                "C1 RUMOURED POSSIBLE: Own imaging",
                "C1 RUMOURED POSSIBLE: Lower cost of production");
    }

    @Test
    void row42RedmiAndPocoBenefitAccordingToC1() {
        assertEffects("C1", "BENEFITS", """
                [{likelihood: 'POSSIBLE', effects: [{kind: 'BENEFITS', brand: 'redmi', statement: null},
                    {kind: 'BENEFITS', brand: 'poco', statement: null}]}]""");
    }

    @Test
    void row43RedmiAndPocoBenefitMostAccordingToC2() {
        String what = "Better computational photography and sensors, larger batteries, new displays";
        assertEffects("C2", "BENEFITS", """
                [{likelihood: 'LIKELY', effects: [{kind: 'BENEFITS', brand: 'redmi', statement: '%1$s'},
                    {kind: 'BENEFITS', brand: 'poco', statement: '%1$s'}]}]""".formatted(what));
        for (String slug : List.of("redmi", "poco")) {
            assertClaims("brand(slug: \"%s\")".formatted(slug), "trait", "C2 REPORTED STATED: price-sensitive");
            assertAnswer(
                    "{ brand(slug: \"%s\") { parent { slug } ownerships { owner { slug } claims { nodes { ...claim } } } } }"
                            .formatted(slug),
                    """
                    {parent: 'xiaomi', ownerships: [{owner: 'xiaomi',
                        claims: ['C2 REPORTED STATED: xiaomi (C2 calls it a sub-brand)']}]}""");
        }
    }

    @Test
    void row44SavedMoneyGoesIntoHardware() {
        assertClaims(
                XIAOMI, "savings", "C2 RUMOURED STATED: Xiaomi spends the fees saved on hardware across its lines");
    }

    @Test
    void row45SixDevicesAreExamplesOfThoseAffected() {
        assertEffects("C2", "AFFECTED", """
                [{likelihood: 'LIKELY', effects: [
                    {kind: 'AFFECTED', device: 'xiaomi-16', statement: null}, {kind: 'AFFECTED',
                        device: 'xiaomi-16-pro', statement: null},
                    {kind: 'AFFECTED', device: 'xiaomi-16-ultra', statement: null}, {kind: 'AFFECTED',
                        device: 'xiaomi-16-ultra-max', statement: null},
                    {kind: 'AFFECTED', device: 'redmi-k90-pro', statement: null}, {kind: 'AFFECTED',
                        device: 'poco-f8-ultra', statement: null}]}]""");
        assertAnswer(
                "{ %s { claims(filter: {citation: {eq: \"C2\"}, property: {eq: \"endedOn\"}}) { nodes { effectsAreOpen } } } }"
                        .formatted(XIAOMI),
                "[true]");
        assertAnswer(
                "{ %s { claims(filter: {citation: {eq: \"C1\"}, property: {eq: \"endedOn\"}}) { nodes { effectsAreOpen } } } }"
                        .formatted(XIAOMI),
                "[false]");
    }

    @Test
    void row46PremiumLookWorkedToSomeExtent() {
        assertAnswer(claimsOf(XIAOMI, "motive", "C1"), "['C1 REPORTED STATED: Leica gives Xiaomi a premium look']");
        assertClaims(
                XIAOMI,
                "outcome",
                "C1 REPORTED STATED: The premium look worked to some extent",
                "C1 REPORTED STATED: The price was a problem in the mid-range");
    }

    // Others

    @Test
    void row47VivoReliesOnZeissForTheXSeries() {
        assertExplanation(partnership("zeiss-vivo"), "lines", """
                {value: 'X series', supporting: ['C1 REPORTED STATED: X series'], opposing: []}""");
    }

    @Test
    void row48ThreePartnershipsGoOnAccordingToC2() {
        for (String slug : List.of("zeiss-vivo", "hasselblad-oppo", "yagu-honor")) {
            assertExplanation(partnership(slug), "ongoing", """
                    {value: 'true', supporting: ['C2 REPORTED STATED: true (As of C2, whose date is not stated)'],
                        opposing: []}""");
            assertAnswer("{ %s { status startedOn endedOn } }".formatted(partnership(slug)), """
                    {status: 'ACTIVE', startedOn: null, endedOn: null}""");
        }
    }

    @Test
    void row49ThirdPartiesAreImagingPartners() {
        for (String[] pair : new String[][] {{"zeiss", "vivo"}, {"hasselblad", "oppo"}, {"yagu", "honor"}}) {
            assertAnswer(
                    "{ %s { members { role brand { slug makes } } } }".formatted(partnership(pair[0] + '-' + pair[1])),
                    """
                    [{role: 'HANDSET_MAKER', brand: {slug: '%2$s', makes: ['HANDSETS']}}, {role: 'IMAGING_PARTNER',
                        brand: {slug: '%1$s', makes: []}}]""".formatted(pair[0], pair[1]));
            assertItem(
                    partnership(pair[0] + '-' + pair[1]),
                    "members",
                    "role",
                    "IMAGING_PARTNER",
                    "claims(filter: {citation: {eq: \"C2\"}}) { nodes { ...claim } }",
                    """
                    {role: 'IMAGING_PARTNER', claims: ['C2 REPORTED STATED: IMAGING_PARTNER']}""");
        }
        assertAnswer(
                "{ citation(key: \"C2\") { claimsAbout(filter: {property: {eq: \"trend\"}}) { nodes { ...claim } } } }",
                """
                ['C2 REPORTED STATED: Phone makers withdraw gradually from imaging partnerships with third parties']""");
    }

    @Test
    void row50CollaborationsAreNotMadeToLastForEver() {
        assertAnswer("{ citation(key: \"C1\") { claimsAbout { nodes { ...claim } } } }", """
                ['C1 s-aadeetya REPORTED STATED: Collaborations of this kind are not made to last for ever']""");
    }

    @Test
    void row51PhonesOfUnnamedPairLackFinesse() {
        assertAnswer("{ citation(key: \"C0\") { claimsAbout { nodes { ...claim } } } }", """
                ['C0 REPORTED STATED: The phones of another Chinese maker with another legendary camera brand lack \
                finesse (C0 names neither of the two brands)']""");
    }

    @Test
    void unstatedValuesAreAbsent() {
        for (String slug : List.of("zeiss-vivo", "hasselblad-oppo", "yagu-honor")) {
            assertAnswer("{ %s { productBrands } }".formatted(partnership(slug)), "[]");
        }
        assertAnswer("{ brand(slug: \"xiaomi\") { homeMarket { code } } }", "null");
        assertAnswer("{ device(slug: \"leitz-phone-2\") { launches { totalCount } } }", "0");
    }

    @Test
    void row52LeicaIsGermanCameraMaker() {
        assertAnswer(
                "{ brand(slug: \"leica\") { makes homeMarket { code } } }",
                "{makes: ['CAMERAS', 'OPTICS'], homeMarket: 'DE'}");
        assertExplanation("brand(slug: \"leica\")", "makes", """
                {value: 'CAMERAS, OPTICS', supporting: ['C0 REPORTED STATED: CAMERAS', 'C2 REPORTED STATED: OPTICS',
                    'C3 REPORTED STATED: CAMERAS'], opposing: []}""");
        assertExplanation("brand(slug: \"leica\")", "homeMarket", """
                {value: 'DE', supporting: ['C2 REPORTED STATED: DE', 'C3 REPORTED STATED: DE'], opposing: []}""");
    }

    @Test
    void row53LeicaIsOnThePhonesOfXiaomi() {
        assertExplanation(XIAOMI, "productBrands", """
                {value: 'Leica', supporting: ['C0 REPORTED STATED: Leica', 'C1 REPORTED STATED: Leica'], opposing: []}""");
    }

    // Devices and launches

    @Test
    void row54Xiaomi12sUltraIsTheFirstProduct() {
        assertAnswer("""
                { device(slug: "xiaomi-12s-ultra") { name announcedOn releasedOn collaborations { position claims {
                    nodes { ...claim } } } } }
                """, """
                {name: 'Xiaomi 12S Ultra', announcedOn: null, releasedOn: null, collaborations: [{position: 1,
                    claims: ['C0 REPORTED STATED: 1 (The first)']}]}""");
    }

    @Test
    void row55DevicesFollowInTheirOrder() {
        assertAnswer("""
                { device(slug: "xiaomi-13-pro") { series { slug } collaborations { position } }
                    partnership(slug: "leica-xiaomi") { devices(orderBy: {field: SLUG}) { edges { position node { slug
                    kind } } } } }
                """, """
                {device: {series: 'xiaomi-13-series', collaborations: [null]}, partnership: [
                    {position: 1, node: {slug: 'xiaomi-12s-ultra', kind: 'MODEL'}}, {position: null,
                        node: {slug: 'xiaomi-13-pro', kind: 'MODEL'}},
                    {position: 3, node: {slug: 'xiaomi-13-series', kind: 'SERIES'}}, {position: 4,
                        node: {slug: 'xiaomi-13-ultra', kind: 'MODEL'}},
                    {position: 6, node: {slug: 'xiaomi-13t-series', kind: 'SERIES'}},
                    {position: null, node: {slug: 'xiaomi-14', kind: 'MODEL'}}, {position: null,
                        node: {slug: 'xiaomi-15-ultra', kind: 'MODEL'}},
                    {position: 2, node: {slug: 'xiaomi-mix-fold-2', kind: 'MODEL'}}, {position: 5,
                        node: {slug: 'xiaomi-mix-fold-3', kind: 'MODEL'}}]}""");
        for (String slug : List.of(
                "xiaomi-mix-fold-2", "xiaomi-13-series", "xiaomi-13-ultra", "xiaomi-mix-fold-3", "xiaomi-13t-series")) {
            assertAnswer(
                    "{ device(slug: \"%s\") { collaborations { standing citation { key } } } }".formatted(slug),
                    "[{standing: 'REPORTED', citation: 'C0'}]");
        }
    }

    @Test
    void row56OnlyXiaomi13ProCameToIndia() {
        assertLaunch(
                "xiaomi-13-pro",
                "{status: 'LAUNCHED', launchedOn: null, standing: 'REPORTED', explain: {value: 'LAUNCHED', supporting: ['C0 REPORTED STATED: LAUNCHED (As of the text)'], opposing: []}}");
        for (String slug : List.of(
                "xiaomi-12s-ultra", "xiaomi-mix-fold-2", "xiaomi-13-ultra", "xiaomi-mix-fold-3", "xiaomi-13t-series")) {
            assertLaunch(slug, """
                    {status: 'NOT_LAUNCHED', launchedOn: null, standing: 'REPORTED', explain: {value: 'NOT_LAUNCHED',
                        supporting: ['C0 REPORTED STATED: NOT_LAUNCHED (As of the text, of these phones only the 13 \
                    Pro came to India)'], opposing: []}}""");
        }
    }

    @Test
    void row57Xiaomi14ComesToIndiaOnSeventhOfMarch() {
        assertLaunch("xiaomi-14", """
                {status: 'ANNOUNCED', launchedOn: '2024-03-07', standing: 'REPORTED', explain: {value: 'ANNOUNCED',
                    supporting: ['C0 REPORTED STATED: ANNOUNCED'], opposing: []}}""");
        assertAnswer("""
                { device(slug: "xiaomi-14") {
                  releasedOn collaborations { claims(filter: {property: {eq: "year"}}) { nodes { ...claim } } }
                  launches { nodes { prices { amount currency bound on standing citation { key } } } } } }
                """, """
                {releasedOn: null, collaborations: [['C0 REPORTED STATED: 2024']],
                    launches: [[{amount: '75000', currency: 'INR', bound: 'BELOW', on: null, standing: 'REPORTED',
                        citation: 'C0'}]]}""");
    }

    @Test
    void row58WriterPraisesTwoCameras() {
        for (String slug : List.of("xiaomi-13-pro", "xiaomi-14")) {
            assertClaims(
                    "device(slug: \"%s\")".formatted(slug),
                    "opinion",
                    "C0 REPORTED STATED: The writer has used it and praises its cameras");
        }
    }

    @Test
    void row59Xiaomi15UltraIsOneOfThePhones() {
        assertAnswer("""
                { device(slug: "xiaomi-15-ultra") { name brand { slug }
                    releasedOn status collaborations { partnership { slug }
                    position standing claims { nodes { ...claim } } } } }
                """, """
                {name: 'Xiaomi 15 Ultra', brand: 'xiaomi', releasedOn: null, status: null,
                    collaborations: [{partnership: 'leica-xiaomi', position: null, standing: 'REPORTED',
                        claims: ['C1 REPORTED STATED']}]}""");
    }

    @Test
    void row60SixDevicesAreRumoured() {
        for (String slug : List.of(
                "xiaomi-16",
                "xiaomi-16-pro",
                "xiaomi-16-ultra",
                "xiaomi-16-ultra-max",
                "redmi-k90-pro",
                "poco-f8-ultra")) {
            assertAnswer(
                    "{ device(slug: \"%s\") { standing releasedOn collaborations { id } status: %s chipset: %s } }"
                            .formatted(slug, explain("status"), explain("chipset")),
                    """
                    {standing: 'RUMOURED', releasedOn: null, collaborations: [],
                        status: {value: 'EXPECTED', supporting: ['C2 RUMOURED STATED: EXPECTED'], opposing: []},
                        chipset: {value: 'Snapdragon 8 Elite 2',
                            supporting: ['C2 RUMOURED STATED: Snapdragon 8 Elite 2'], opposing: []}}""");
        }
    }

    // Figures and events

    @Test
    void row61XiaomiShipped38MillionPhonesInTheWorld() {
        assertFigure("brands: {some: {slug: {eq: \"xiaomi\"}}}, market: {eq: \"001\"}", """
                {brands: ['xiaomi'], market: '001', period: '2022-Q1', measure: 'SHIPMENTS', unit: 'UNITS',
                    value: '38500000', changeOnYear: '-10.5',
                    converted: null, rank: null, rankBound: null, peak: false, qualification: null, analyst: null,
                        standing: 'REPORTED', citation: 'C3'}""");
    }

    @Test
    void row62SmartphoneRevenueIsConvertedByC3AndByUs() {
        String figure = "brands: {some: {slug: {eq: \"xiaomi\"}}}, measure: {eq: SMARTPHONE_REVENUE}";
        assertFigure(figure, """
                {brands: ['xiaomi'], market: null, period: '2022-Q1', measure: 'SMARTPHONE_REVENUE', unit: 'CNY',
                    value: '45800000000', changeOnYear: '-11',
                    converted: {amount: '6880000000', currency: 'USD'}, rank: null, rankBound: null, peak: false,
                        qualification: null, analyst: null, standing: 'REPORTED', citation: 'C3'}""");
        assertAnswer("{ figures(filter: {%s}) { nodes { %s } } }".formatted(figure, explain("converted")), """
                [{value: '6880000000 USD', supporting:
                    ['OURS REPORTED STATED: 6880000000 USD (C3 writes US$6.88 million, but 45.8 billion yuan are a \
                thousand times as much)'],
                    opposing: ['C3 REPORTED STATED: 6880000 USD']}]""");
    }

    @Test
    void row63TopFiveShipped75MillionPhonesInChina() {
        assertFigure("analyst: {eq: \"Canalys\"}", """
                {brands: ['apple', 'honor', 'oppo', 'vivo', 'xiaomi'], market: 'CN', period: '2022-Q1',
                    measure: 'SHIPMENTS', unit: 'UNITS', value: '75600000', changeOnYear: '-18',
                    converted: null, rank: null, rankBound: null, peak: false, qualification: 'The top five together',
                        analyst: 'Canalys', standing: 'REPORTED', citation: 'C3'}""");
    }

    @Test
    void row64HuaweiFellFromItsPeakToTheSixthRankInChina() {
        assertFigure("analyst: {eq: \"Counterpoint\"}, period: {eq: \"2022-Q1\"}", """
                {brands: ['huawei'], market: 'CN', period: '2022-Q1', measure: 'MARKET_SHARE', unit: 'PERCENT',
                    value: '6.2', changeOnYear: null,
                    converted: null, rank: 6, rankBound: 'EXACT', peak: false, qualification: null,
                        analyst: 'Counterpoint', standing: 'REPORTED', citation: 'C3'}""");
        assertFigure("analyst: {eq: \"Counterpoint\"}, period: {eq: \"2020-Q3\"}", """
                {brands: ['huawei'], market: 'CN', period: '2020-Q3', measure: 'MARKET_SHARE', unit: 'PERCENT',
                    value: '41', changeOnYear: null,
                    converted: null, rank: null, rankBound: null, peak: true, qualification: null,
                        analyst: 'Counterpoint', standing: 'REPORTED', citation: 'C3'}""");
    }

    @Test
    void row65ShipmentsOfHuaweiFellBy81PerCent() {
        String figure = "brands: {some: {slug: {eq: \"huawei\"}}}, period: {eq: \"2021\"}";
        assertFigure(figure, """
                {brands: ['huawei'], market: null, period: '2021', measure: 'SHIPMENTS', unit: 'UNITS', value: null,
                    changeOnYear: '-81',
                    converted: null, rank: null, rankBound: null, peak: false, qualification: null, analyst: 'Omdia',
                        standing: 'REPORTED', citation: 'C3'}""");
        assertAnswer("{ figures(filter: {%s}) { nodes { %s } } }".formatted(figure, explain("analyst")), """
                [{value: 'Omdia', supporting: ['OURS REPORTED STATED: Omdia (C3 transposes letters of the name)'],
                    opposing: ['C3 REPORTED STATED: Odmi']}]""");
    }

    @Test
    void row66HuaweiLeftTheTopFiveOfChina() {
        assertFigure("brands: {some: {slug: {eq: \"huawei\"}}}, period: {eq: \"2021-07\"}", """
                {brands: ['huawei'], market: 'CN', period: '2021-07', measure: 'SHIPMENTS', unit: 'UNITS',
                    value: null, changeOnYear: null,
                    converted: null, rank: 6, rankBound: 'OR_LOWER', peak: false,
                        qualification: 'Outside the top five for the first time', analyst: null, standing: 'REPORTED',
                        citation: 'C3'}""");
    }

    @Test
    void row67HuaweiWasTheFirstInTheWorldAndInChina() {
        assertFigure("brands: {some: {slug: {eq: \"huawei\"}}}, period: {eq: \"2020\"}", """
                {brands: ['huawei'], market: '001', period: '2020', measure: 'SALES', unit: 'UNITS', value: null,
                    changeOnYear: null,
                    converted: null, rank: 1, rankBound: 'EXACT', peak: false, qualification: 'Briefly',
                        analyst: null, standing: 'REPORTED', citation: 'C3'}""");
        assertFigure(
                "brands: {some: {slug: {eq: \"huawei\"}}}, market: {eq: \"CN\"}, not: {period: {startsWith: \"20\"}}",
                """
                {brands: ['huawei'], market: 'CN', period: null, measure: 'SHIPMENTS', unit: 'UNITS', value: null,
                    changeOnYear: null,
                    converted: null, rank: 1, rankBound: 'EXACT', peak: false, qualification: 'Formerly',
                        analyst: null, standing: 'REPORTED', citation: 'C3'}""");
    }

    @Test
    void row68SanctionsHitHuawei() {
        assertAnswer("""
                { event(slug: "us-supplier-restrictions") { kind on market { code } brands { nodes { slug } }
                    standing citation { key } claims(filter: {property: {eq: "consequence"}}) { nodes { ...claim } } } }
                """, """
                {kind: 'SANCTION', on: '2019-05', market: null, brands: ['huawei'], standing: 'REPORTED',
                    citation: 'C3', claims: ["C3 REPORTED STATED: They hit Huawei's phones hard"]}""");
    }

    @Test
    void row69LockdownsDisruptedSupplyInChina() {
        assertAnswer("""
                { event(slug: "lockdowns-china-2022") { kind on until market { code } standing citation { key }
                    claims(filter: {property: {eq: "period"}}) { nodes { ...claim } } } }
                """, """
                {kind: 'DISRUPTION', on: '2022-01', until: '2022-03', market: 'CN', standing: 'REPORTED',
                    citation: 'C3', claims: ['C3 REPORTED STATED: 2022-Q1']}""");
    }

    @Test
    void row70MobileWorldCongressTookPlaceInBarcelona() {
        assertAnswer("""
                { event(slug: "mobile-world-congress-2024") { name kind on place standing citation { key } } }
                """, """
                {name: 'Mobile World Congress 2024', kind: 'TRADE_SHOW', on: '2024', place: 'Barcelona',
                    standing: 'REPORTED', citation: 'C0'}""");
    }

    private static String partnership(String slug) {
        return "partnership(slug: \"%s\")".formatted(slug);
    }

    private static String explain(String property) {
        return "explain(property: \"%s\") { value supporting { claims { ...claim } } opposing { claims { ...claim } } }"
                .formatted(property);
    }

    private static String claimsOf(String object, String property, String citation) {
        return "{ %s { claims(filter: {property: {eq: \"%s\"}, citation: {eq: \"%s\"}}) { nodes { ...claim } } } }"
                .formatted(object, property, citation);
    }

    private static void assertAnswer(String query, String expected) {
        assertEquals(json(expected), shortAnswer(query), query);
    }

    private static void assertExplanation(String object, String property, String expected) {
        assertAnswer("{ %s { %s } }".formatted(object, explain(property)), expected);
    }

    private static void assertSpeaker(String slug, String expected) {
        assertAnswer("""
                {
                  speaker(slug: "%s") {
                    name role brand { slug } standing citation { key }
                    statements { nodes { citation { key } standing property value } }
                  }
                }
                """.formatted(slug), expected);
    }

    /** Asserts which claims there are about a property, the strongest first. */
    private static void assertClaims(String object, String property, String... expected) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        List.of(expected).forEach(texts::add);
        assertEquals(
                texts,
                shortAnswer("{ %s { claims(filter: {property: {eq: \"%s\"}}) { nodes { ...claim } } } }"
                        .formatted(object, property)));
    }

    /** Asserts the first item of a list in which a field has this value. */
    private static void assertItem(
            String object, String list, String field, String value, String selection, String expected) {
        String identifier = field.equals("market") ? "market { code }" : field;
        JsonNode items = shortAnswer("{ %s { %s { %s %s } } }".formatted(object, list, identifier, selection));
        for (JsonNode item : items) {
            if (item.get(field).asText().equals(value)) {
                assertEquals(json(expected), item);
                return;
            }
        }
        throw new AssertionError(items);
    }

    /** Asserts the effects of a kind that a document expects from the end of the partnership of Leica and Xiaomi. */
    private static void assertEffects(String citation, String kind, String expected) {
        String of = kind.equals("BENEFITS") ? "brand { slug }" : "device { slug }";
        JsonNode claims = shortAnswer(
                "{ %s { claims(filter: {property: {eq: \"endedOn\"}, citation: {eq: \"%s\"}}) { nodes { likelihood effects { kind %s statement } } } } }"
                        .formatted(XIAOMI, citation, of));
        for (JsonNode claim : claims) {
            ArrayNode effects = JsonNodeFactory.instance.arrayNode();
            claim.get("effects").forEach(effect -> {
                if (effect.get("kind").asText().equals(kind)) {
                    effects.add(effect);
                }
            });
            ((ObjectNode) claim).set("effects", effects);
        }
        assertEquals(json(expected), claims);
    }

    private static void assertLaunch(String device, String expected) {
        assertAnswer(
                "{ device(slug: \"%s\") { launches(filter: {market: {eq: \"IN\"}}) { nodes { status launchedOn standing %s } } } }"
                        .formatted(device, explain("status")),
                '[' + expected + ']');
    }

    private static void assertFigure(String filter, String expected) {
        assertAnswer("""
                { figures(filter: {%s}) { nodes { brands { nodes { slug } } market { code }
                    period measure unit value changeOnYear
                  converted { amount currency } rank rankBound peak qualification analyst standing citation { key } }
                      } }""".formatted(filter), '[' + expected + ']');
    }

    private static JsonNode shortAnswer(String query) {
        String fragment = query.contains("...claim") ? """
                fragment claim on Claim {
                  citation { key } speaker { slug } standing likelihood value expectedOn expected remark
                }""" : "";
        return shorten(data(query + fragment));
    }

    /** Replaces an object that has one field by the value of that field, and a claim by a text. */
    private static JsonNode shorten(JsonNode node) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(shorten(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> fields.set(field.getKey(), shorten(field.getValue())));
        if (fields.has("remark") && fields.has("likelihood")) {
            return TextNode.valueOf(claim(fields));
        }
        return fields.size() == 1 ? fields.elements().next() : fields;
    }

    /** A claim as text: citation, speaker, standing, likelihood, then value, expectation and remark where it has them. */
    private static String claim(JsonNode claim) {
        return claim.get("citation").asText()
                + part(claim, "speaker", " %s")
                + part(claim, "standing", " %s")
                + part(claim, "likelihood", " %s")
                + part(claim, "value", ": %s")
                + part(claim, "expectedOn", ", expected %s")
                + part(claim, "expected", ", expected %s")
                + part(claim, "remark", " (%s)");
    }

    private static String part(JsonNode claim, String field, String format) {
        return claim.get(field).isNull()
                ? ""
                : format.formatted(claim.get(field).asText());
    }
}
