package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uses the explorer in a browser. Needs Node.js, and Chromium, Chrome or Edge. */
@Tag(NodeProject.TAG)
class ExplorerBrowserIT {

    /** What the first view may cost, far below what a person would wait for. */
    private static final int BYTES = 100_000;

    private static final int PAINT_MILLIS = 1_000;

    private static JsonPath seen;

    @BeforeAll
    static void visit() throws Exception {
        seen = ExplorerService.visit("explorer.mjs");
    }

    private static void assertContains(String path, String... parts) {
        String text = seen.getString(path);
        for (String part : parts) {
            assertTrue(text.contains(part), () -> part + " is missing in: " + text);
        }
    }

    @Test
    void browserComplainsAboutNothingAndAsksNoOtherHost() {
        assertEquals(List.of(), seen.getList("complaints"));
        assertEquals(List.of(), seen.getList("foreign"));
    }

    @Test
    void firstViewIsSmallAndFastOnASlowProcessor() {
        System.out.printf(
                "The first view: %d bytes in %d requests, painted after %d ms%n",
                seen.getInt("first.bytes"), seen.getInt("first.requests"), seen.getInt("first.paint"));

        assertTrue(seen.getInt("first.bytes") < BYTES, () -> seen.getString("first"));
        assertTrue(seen.getInt("first.paint") < PAINT_MILLIS, () -> seen.getString("first"));
    }

    @Test
    void viewSendsOneGetWithTheHashOfItsDocument() {
        assertEquals(List.of("GET"), seen.getList("first.queries.method"));
        assertContains("first.queries[0].url", "sha256Hash");
        assertFalse(seen.getString("first.queries[0].url").contains("query="));
    }

    @Test
    void searchFindsAMisspeltNameAndLeadsBack() {
        assertContains("search.device", "Leitz Phone 1", "Sharp", "Japan", "Launched");
        assertEquals("Leitz Phone 1 · Rangefinder", seen.getString("search.title"));
        assertEquals("Leits", seen.getString("search.text"));
        assertEquals("#/search?q=Leits", seen.getString("search.address"));
        assertContains("search.reloaded", "Leitz Phone 1", "Leitz Phone 2");
    }

    @Test
    void keyboardAloneLeadsToTheEvidenceOfAValue() {
        assertTrue(seen.getBoolean("keyboard.skips"), "The first stop must be the link to the content");
        assertTrue(seen.getBoolean("keyboard.announced"), "A new view must get the focus");
        assertContains("keyboard.evidence", "Confirmed states it", "2 claims from 1 independent source");
        assertTrue(seen.getBoolean("keyboard.inside"), "The evidence must get the focus");
        assertTrue(seen.getBoolean("keyboard.returned"), "The value must get the focus back");
        assertEquals("#/partnerships/leica-xiaomi", seen.getString("keyboard.address"));
    }

    @Test
    void evidenceHasAnAddress() {
        assertContains("evidence.reloaded", "Started on", "2022", "Paid by Xiaomi");
        assertEquals("#/partnerships/leica-xiaomi", seen.getString("evidence.address"));
    }

    @Test
    void viewIsWhereItWasWhenItIsEnteredAgain() {
        assertEquals(0, seen.getInt("back.top"));
        assertEquals(600, seen.getInt("back.restored"), 50);
    }

    @Test
    void timelineIsATableOfLinksAndLabelsRumours() {
        assertEquals(10, seen.getInt("timeline.rows"));
        assertEquals(6, seen.getInt("timeline.links"));
        assertEquals("end rumoured", seen.getString("timeline.rumour"));
    }

    @Test
    void claimsForAndAgainstAnEndSayWhoSaysSoHowFirmlyAndWhoPaid() {
        assertContains(
                "timeline.ends",
                "4 claims from 2 independent sources, 1 paid by a party",
                "Rumoured thinks it likely",
                "Relays Digital Chat Station",
                "Paid by Xiaomi",
                "1 claim from 1 independent source",
                "Reported denies it");
    }

    @Test
    void facetsNarrowDevicesDownAndTakeThatBack() {
        assertContains("facets.all", "17 devices", "Snapdragon 8 Elite 2\n6", "India\n7", "Unknown\n11");
        assertContains("facets.others", "Expected\n6", "Unknown\n11");
        assertContains("facets.narrowed", "POCO F8 Ultra");
        assertEquals("#/devices?STATUS={\"status\":{\"eq\":\"EXPECTED\"}}", seen.getString("facets.address"));
    }

    @Test
    void severalValuesOfAFacetWidenAListAndEachCanBeTakenBack() {
        assertContains("values.both", "17 devices", "Expected\n6", "Unknown\n11", "take it back");
        assertContains("values.reloaded", "17 devices");
        assertContains("values.one", "11 devices");
        assertEquals("#/devices?STATUS={\"status\":{\"isNull\":true}}", seen.getString("values.address"));
        assertContains("values.unlisted", "no-such-brand");
    }

    @Test
    void marketTellsWhoMaySellOnADay() {
        assertEquals("#/markets/JP?on=2021-06-01", seen.getString("sellers.address"));
        assertContains(
                "sellers.text",
                "Sharp\nmay sell phones of Leica and Sharp",
                "Xiaomi\nhas no active partnership: Leica and Xiaomi");
    }

    @Test
    void addressThatLeadsNowhereSaysWhyAndLeadsBack() {
        Map<String, String> pages = seen.getMap("lost");

        assertEquals(9, pages.size());
        assertTrue(pages.get("#/nonsense").startsWith("There is no such view"));
        assertTrue(pages.get("#/brands/leica/x").startsWith("There is no such view"));
        assertTrue(pages.get("#/%E0%A4%A").startsWith("There is no such view"));
        assertTrue(pages.get("#/brands/no-such-brand").contains("No brand is called “no-such-brand”."));
        assertTrue(pages.get("#/search").startsWith("Nothing to search for"));
        assertTrue(pages.get("#/search?q=%20").startsWith("Nothing to search for"));
        assertTrue(pages.get("#/devices?STATUS=%7B").contains("A filter in this address is not JSON."));
        assertTrue(pages.get("#/search?q=Leica&at=revision-1").startsWith("This view shows only what is current"));
        assertTrue(pages.get("#/?at=2022-13").startsWith("There is no such moment"));
    }

    @Test
    void viewLinksToItsQueryInGraphiQL() throws IOException {
        assertEquals(ExplorerTest.text("brand"), seen.getString("graphiql"));
    }
}
