package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Follows the changes of the catalogue in the explorer. Needs Node.js, and Chromium, Chrome or Edge. */
@Tag(NodeProject.TAG)
@QuarkusIntegrationTest
class ExplorerChangesIT {

    private static JsonPath seen;

    @TestHTTPResource("/")
    URI page;

    @BeforeEach
    void visitOnce() throws Exception {
        if (seen == null) {
            seen = Browser.run(
                    "explorer-changes.mjs",
                    "the explorer in a browser",
                    page.toString(),
                    IdentityResource.token().with(Role.EDITOR).toString(),
                    new CatalogueData().unique("renamed"));
        }
    }

    @Test
    void changeAppearsWhileThePageIsOpenAndIsAnnounced() {
        String change = seen.getString("live");

        assertTrue(change.startsWith("Revised Bea Brand"), seen::prettify);
        assertTrue(change.contains("by alice, reviseBrand"), seen::prettify);
        assertTrue(change.contains("Name Ada → Bea"), seen::prettify);
        assertEquals("1 new change", seen.getString("announcement"));
    }

    @Test
    void brokenConnectionIsSaidAndNothingIsMissedOrRepeated() {
        assertTrue(seen.getString("lost").startsWith("The connection is lost."), seen::prettify);
        assertEquals(List.of(1, 1, 1, 1), seen.getList("times"));
    }

    @Test
    void pausedPageShowsWhatItHasMissedWhenItGoesOn() {
        assertEquals(List.of(0), seen.getList("paused"));
        assertEquals(List.of(1, 1), seen.getList("resumed"));
    }

    @Test
    void changeLeadsToWhatWasBeforeAndAfterIt() {
        assertEquals(List.of("Cy", "Dee"), seen.getList("columns"));
        assertEquals(List.of("differs", "differs"), seen.getList("marked"));
        assertEquals("Differences: 1", seen.getString("differences"));
    }

    @Test
    void changeLeadsToTheHistoryOfItsObject() {
        String history = seen.getString("history");

        assertTrue(history.contains("Name Eli → Flo"), seen::prettify);
        assertTrue(history.contains("Created Flo Brand"), seen::prettify);
        assertTrue(history.contains("6 changes"), seen::prettify);
    }

    @Test
    void browserComplainsAboutNothingAndAsksNoOtherHost() {
        assertEquals(List.of(), seen.getList("complaints"));
        assertEquals(List.of(), seen.getList("foreign"));
    }
}
