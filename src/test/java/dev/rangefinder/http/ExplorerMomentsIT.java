package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Travels in time in the explorer. Needs Node.js, and Chromium, Chrome or Edge. */
@Tag(NodeProject.TAG)
class ExplorerMomentsIT {

    private static JsonPath seen;

    @BeforeAll
    static void visit() throws Exception {
        seen = ExplorerService.visit("explorer-moments.mjs");
    }

    @Test
    void sliderShowsTheWorldAsItStoodInAYear() {
        String leica = seen.getString("day.slid.leica");

        assertEquals("#/?at=on-2019", seen.getString("day.slid.address"));
        assertEquals("Shown as it stood at the end of 2019", seen.getString("day.slid.summary"));
        assertEquals("2019", seen.getString("day.slid.typed"));
        assertTrue(seen.getBoolean("day.slid.focused"), "The slider must keep the focus");
        assertTrue(leica.contains("Huawei") && !leica.contains("Sharp"), leica);
        assertTrue(seen.getString("day.typed.leica").contains("Sharp"), seen::prettify);
    }

    @Test
    void sliderAndFieldLeaveOneTraceInTheHistoryEach() {
        assertEquals("#/?at=on-2020-12", seen.getString("day.typed.address"));
        assertEquals("#/?at=possibly-2020-12", seen.getString("day.possibly"));
        assertEquals("#/", seen.getString("day.back"));
    }

    @Test
    void momentIsTypedAndSharedByItsAddress() {
        assertEquals("#/brands/leica?at=known-2020", seen.getString("chosen.address"));
        assertEquals("Shown as known at the end of 2020", seen.getString("chosen.summary"));
        assertTrue(seen.getBoolean("chosen.focused"), "The field must keep the focus");
    }

    @Test
    void textThatIsNoMomentIsRefusedAtTheField() {
        assertTrue(seen.getString("chosen.refused").startsWith("A year, a month or a day"), seen::prettify);
        assertEquals("#/brands/leica", seen.getString("chosen.stayed"));
    }

    @Test
    void viewsOfTwoMomentsAreComparedInWords() {
        assertEquals(
                List.of("Shown as known at the end of 2020", "Shown as it is now, beside it"),
                seen.getList("compared.regions"));
        assertEquals("Differences: " + seen.getInt("compared.count"), seen.getString("compared.differences"));
        assertTrue(seen.getList("compared.marks").contains("only here"), seen::prettify);
    }

    @Test
    void evidenceIsThatOfTheMomentOfItsColumn() {
        assertTrue(seen.getString("compared.evidence").contains("&beside=true"), seen::prettify);
    }

    @Test
    void momentIsCarriedToOtherViewsUntilThePersonLeavesIt() {
        assertEquals("#/devices?at=known-2020", seen.getString("moved.address"));
        assertEquals("#/devices", seen.getString("moved.now"));
        assertTrue(
                seen.getString("moved.query").contains("@asOf(knownAt: \"2020-12-31T23:59:59.999Z\")"), seen::prettify);
    }

    @Test
    void momentThatHasNotComeSaysSoAndLeadsBack() {
        assertTrue(seen.getString("future").startsWith("This moment has not come"), seen::prettify);
    }

    @Test
    void objectThatWasNotThereSaysSoAndLeadsBack() {
        assertTrue(seen.getString("early").startsWith("Not there at this moment"), seen::prettify);
    }
}
