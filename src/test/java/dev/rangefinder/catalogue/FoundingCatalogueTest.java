package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The founding catalogue records what its documents state, and no more. */
class FoundingCatalogueTest {

    private static final Set<String> DOCUMENTS = Set.of("C0", "C1", "C2", "C3");

    private final Fields catalogue = CatalogueFiles.content(CatalogueFiles.founding());

    FoundingCatalogueTest() throws IOException {}

    @Test
    void catalogueHasAllRecordsOfItsDocuments() {
        Map<String, Integer> counts = catalogue.parts().keySet().stream()
                .collect(Collectors.toMap(
                        list -> list, list -> catalogue.records(list).size(), (a, b) -> a, TreeMap::new));
        assertEquals(
                "{brands=14, citations=8, devices=17, events=4, figures=9, launches=8, markets=281, partnerships=6, "
                        + "speakers=5}",
                counts.toString());
    }

    @Test
    void unstatedPropertiesOfCitationsAreAbsent() {
        Fields first = record("citations", "C0");
        assertEquals("2024-07-27", first.text("pageDatedOn"));
        assertEquals("2024-03-07", first.text("writtenBefore"));
        assertFalse(first.has("publishedOn") || first.has("author") || first.has("publisher"));
        assertEquals(List.of("xiaomi"), first.values("paidBy"));
        assertFalse(record("citations", "C1").has("title"));
        assertEquals("10:06", record("citations", "C3").text("publishedAt"));
    }

    @Test
    void twoReportsRelayOnePost() {
        assertEquals(List.of("W"), record("citations", "C1").values("basedOn"));
        assertEquals(List.of("W"), record("citations", "C2").values("basedOn"));
        assertEquals(List.of("T"), record("citations", "C3").values("basedOn"));
    }

    @Test
    void everyMarketIsInTheWorld() {
        Map<String, Fields> markets = catalogue.records("markets").stream()
                .collect(Collectors.toMap(market -> market.text("code"), market -> market));
        assertEquals(250, count("COUNTRY"));
        assertEquals(31, count("REGION"));
        for (Fields market : markets.values()) {
            Fields top = market;
            while (!top.values("parents").isEmpty()) {
                top = markets.get(top.values("parents").get(0));
            }
            assertEquals("001", top.text("code"), market.text("name"));
        }
    }

    private long count(String kind) {
        return catalogue.records("markets").stream()
                .filter(market -> market.text("kind").equals(kind))
                .count();
    }

    @Test
    void marketsHaveCurrenciesAndSeveralParents() {
        assertEquals("INR", record("markets", "IN").text("currency"));
        assertEquals(List.of("034"), record("markets", "IN").values("parents"));
        assertEquals(List.of("003", "019", "419"), record("markets", "013").values("parents"));
        assertEquals(List.of("030"), record("markets", "TW").values("parents"));
        assertFalse(record("markets", "AQ").has("currency"));
    }

    @Test
    void datesOfLeicaAndHuaweiAreStatedByTheDocumentThatHasThem() {
        Fields huawei = record("partnerships", "leica-huawei");
        assertEquals("2015", huawei.text("signedOn"));
        assertEquals("2022-03", huawei.text("endedOn"));
        assertFalse(huawei.has("announcedOn") || huawei.has("startedOn") || huawei.has("productBrands"));
        assertEquals(List.of("C3"), statedBy(huawei, "signedOn"));
        assertEquals(List.of("C3"), statedBy(huawei, "endedOn"));
        assertEquals(List.of("C1"), statedBy(huawei, "lines"));
        assertEquals(List.of("C1 both", "C2 huawei", "C3 both"), claims(huawei, "endedBy"));
    }

    @Test
    void announcementOfLeicaAndXiaomiIsConfirmed() {
        Fields xiaomi = record("partnerships", "leica-xiaomi");
        assertEquals(List.of("T", "C3"), statedBy(xiaomi, "announcedOn"));
        assertEquals(List.of("C0"), statedBy(xiaomi, "startedOn"));
        assertEquals("CONFIRMED", xiaomi.records("claims").get(0).text("standing"));
    }

    @Test
    void claimsAboutTheEndOfLeicaAndXiaomiContradict() {
        List<Fields> ends = record("partnerships", "leica-xiaomi").records("claims").stream()
                .filter(claim -> "endedOn".equals(claim.optionalText("property")))
                .toList();
        assertTrue(ends.stream().allMatch(claim -> claim.flag("foreseen", false)));
        assertEquals(
                List.of(
                        "C0 null DENIED",
                        "C0 null POSSIBLE",
                        "C1 RUMOURED POSSIBLE",
                        "C2 RUMOURED LIKELY",
                        "W RUMOURED POSSIBLE"),
                ends.stream()
                        .map(claim -> claim.text("citation")
                                + ' '
                                + claim.optionalText("standing")
                                + ' '
                                + claim.text("likelihood"))
                        .toList());
        assertEquals(expectedDevices(), affected(ends.get(3)));
    }

    private List<String> expectedDevices() {
        return catalogue.records("devices").stream()
                .filter(device -> "EXPECTED".equals(device.optionalText("status")))
                .map(device -> device.text("slug"))
                .toList();
    }

    private static List<String> affected(Fields claim) {
        return claim.records("effects").stream()
                .map(effect -> effect.optionalText("device"))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void valuesThatADocumentHasWrongAreCorrectedWithTheReason() {
        List<Fields> figures = catalogue.records("figures");
        assertEquals(List.of("C3 6880000 USD", "OURS 6880000000 USD"), claims(figures.get(1), "converted"));
        assertEquals(List.of("C3 Odmi", "OURS Omdia"), claims(figures.get(5), "analyst"));
        assertTrue(allClaims(catalogue)
                .filter(claim -> claim.text("citation").equals("OURS"))
                .allMatch(claim -> claim.has("remark")));
    }

    @Test
    void unstatedValuesAreAbsent() {
        for (String slug : List.of("zeiss-vivo", "hasselblad-oppo", "yagu-honor")) {
            assertFalse(record("partnerships", slug).has("productBrands"), slug);
        }
        assertFalse(record("brands", "xiaomi").has("homeMarket"));
        assertFalse(record("devices", "xiaomi-12s-ultra").has("releasedOn"));
        assertFalse(record("devices", "xiaomi-14").has("releasedOn"));
        assertTrue(catalogue.records("launches").stream()
                .noneMatch(launch -> launch.text("device").equals("leitz-phone-2")));
    }

    @Test
    void everyDocumentMakesClaims() {
        assertTrue(allClaims(catalogue)
                .map(claim -> claim.text("citation"))
                .collect(Collectors.toSet())
                .containsAll(DOCUMENTS));
    }

    private static Stream<Fields> allClaims(Fields fields) {
        Stream<Fields> nested = fields.parts().keySet().stream()
                .filter(key -> !key.equals("claims"))
                .flatMap(key -> fields.records(key).stream())
                .flatMap(FoundingCatalogueTest::allClaims);
        return Stream.concat(fields.records("claims").stream(), nested);
    }

    private static List<String> statedBy(Fields record, String property) {
        return record.records("claims").stream()
                .filter(claim -> claim.values("states").contains(property))
                .map(claim -> claim.text("citation"))
                .toList();
    }

    private static List<String> claims(Fields record, String property) {
        return record.records("claims").stream()
                .filter(claim -> property.equals(claim.optionalText("property")))
                .map(claim -> claim.text("citation") + ' ' + claim.text("value"))
                .toList();
    }

    private Fields record(String list, String name) {
        return catalogue.records(list).stream()
                .filter(fields ->
                        Stream.of("slug", "key", "code").anyMatch(key -> name.equals(fields.optionalText(key))))
                .findFirst()
                .orElseThrow();
    }
}
