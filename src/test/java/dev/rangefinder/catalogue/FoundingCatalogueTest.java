package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The founding catalogue records what its documents state, and no more. */
class FoundingCatalogueTest {

    private final Fields catalogue = CatalogueFiles.founding().content();

    FoundingCatalogueTest() throws IOException {}

    @Test
    void catalogueHasAllRecordsOfItsDocuments() {
        Map<String, Integer> counts = catalogue.parts().keySet().stream()
                .collect(Collectors.toMap(
                        list -> list, list -> catalogue.records(list).size()));
        assertEquals(
                Map.of(
                        "citations",
                        4,
                        "markets",
                        5,
                        "brands",
                        14,
                        "partnerships",
                        6,
                        "devices",
                        17,
                        "launches",
                        9,
                        "figures",
                        6),
                counts);
    }

    @Test
    void unstatedPropertiesOfCitationsAreAbsent() {
        Fields first = record("citations", "key", "C0");
        assertEquals("2024-07-27", first.text("pageDatedOn"));
        assertEquals("2024-03-07", first.text("writtenBefore"));
        assertFalse(first.has("publishedOn") || first.has("author") || first.has("publisher"));
        assertEquals("S Aadeetya", record("citations", "key", "C1").text("author"));
        assertFalse(record("citations", "key", "C1").has("title"));
        assertEquals("Weibo", record("citations", "key", "C2").text("origin"));
        assertEquals("2022-05-24", record("citations", "key", "C3").text("publishedOn"));
    }

    @Test
    void leicaHasPartnershipsWithThreeHandsetMakers() {
        assertEquals(
                List.of("leica-huawei", "leica-sharp", "leica-xiaomi"),
                catalogue.records("partnerships").stream()
                        .filter(each -> brands(each).contains("leica"))
                        .map(each -> each.text("slug"))
                        .toList());
        Fields huawei = record("partnerships", "slug", "leica-huawei");
        assertEquals("2015", huawei.text("startedOn"));
        assertEquals("2022-03", huawei.text("endedOn"));
        assertEquals("P series", huawei.text("line"));
    }

    private static List<String> brands(Fields partnership) {
        return partnership.records("members").stream()
                .map(member -> member.text("brand"))
                .toList();
    }

    @Test
    void termsOfLeicaAndXiaomiHaveTheStandingOfTheirCitations() {
        Fields partnership = record("partnerships", "slug", "leica-xiaomi");
        assertEquals(
                List.of(
                        "PEOPLE_AT_OPTICS_PARTNER CONFIRMED C0",
                        "LAST_WORD_ON_IMAGE_QUALITY CONFIRMED C0",
                        "CHOICE_OF_HARDWARE CONFIRMED C0",
                        "PRICE_MADE_POSSIBLE CONFIRMED C0",
                        "LICENCE_FEE_PER_HANDSET RUMOURED C2",
                        "NATURE_OF_AGREEMENT RUMOURED C3"),
                partnership.records("terms").stream()
                        .map(term -> term.text("kind") + ' ' + term.text("standing") + ' ' + term.text("citation"))
                        .toList());
        assertEquals(
                "001 JP",
                partnership.records("territories").stream()
                        .map(territory -> territory.text("market"))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void claimsAboutTheEndOfLeicaAndXiaomiContradict() {
        List<Fields> ends = record("partnerships", "slug", "leica-xiaomi").records("claims").stream()
                .filter(claim -> claim.text("property").equals("endedOn"))
                .toList();
        assertEquals(
                List.of("C0 CONFIRMED WILL_NOT_HAPPEN", "C1 RUMOURED WILL_HAPPEN", "C2 RUMOURED WILL_HAPPEN"),
                ends.stream()
                        .map(claim ->
                                claim.text("citation") + ' ' + claim.text("standing") + ' ' + claim.text("expectation"))
                        .toList());
        assertEquals(rumouredDevices(), affected(ends.get(2)));
    }

    private List<String> rumouredDevices() {
        return catalogue.records("devices").stream()
                .filter(device -> "RUMOURED".equals(device.optionalText("standing")))
                .map(device -> device.text("slug"))
                .toList();
    }

    private static List<String> affected(Fields claim) {
        return claim.texts("affects").stream().map(Text::value).toList();
    }

    @Test
    void remarksOfDocumentsAreRecordedAsClaims() {
        assertTrue(remarks("brands").contains("the name as C2 spells it"));
        assertTrue(remarks("figures").containsAll(List.of("the top five", "C3 spells it Odmi")));
        assertTrue(remarks("partnerships")
                .containsAll(List.of("the partnership lasted seven years", "the first phone came in 2016")));
        assertEquals(List.of("the first product of the partnership"), remarks("devices"));
        assertEquals(5, remarks("launches").size());
    }

    private List<String> remarks(String list) {
        return catalogue.records(list).stream()
                .flatMap(record -> record.records("claims").stream())
                .flatMap(claim -> Stream.ofNullable(claim.optionalText("remark")))
                .toList();
    }

    private Fields record(String list, String key, String name) {
        return catalogue.records(list).stream()
                .filter(fields -> fields.text(key).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
