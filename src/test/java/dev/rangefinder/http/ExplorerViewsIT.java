package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Looks at each view of the explorer on a desktop in light colours and on a phone in dark ones. The pictures are kept in
 * {@code target/screenshots}. With {@code -Dupdate-pictures} the reduced ones that they are compared with are renewed. Needs
 * Node.js, and Chromium, Chrome or Edge.
 */
@Tag(NodeProject.TAG)
class ExplorerViewsIT {

    private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();
    private static final Path REFERENCES =
            Path.of("src", "test", "resources", "explorer").toAbsolutePath();

    private static JsonPath seen;

    @BeforeAll
    static void visit() throws Exception {
        boolean update = System.getProperty("update-pictures") != null;
        seen = ExplorerService.visit(
                "explorer-views.mjs", PICTURES.toString(), REFERENCES.toString(), Boolean.toString(update));
    }

    @Test
    void axeFindsNothing() {
        assertEquals(Map.of(), seen.getMap("findings"));
    }

    @Test
    void viewIsNoWiderThanTheScreen() {
        assertEquals(List.of(), seen.getList("wide"));
    }

    @Test
    void viewLooksLikeItsPicture() {
        assertEquals(Map.of(), seen.getMap("different"), "Compare target/screenshots with src/test/resources/explorer");
    }

    @Test
    void coloursAndMotionFollowThePreferencesOfThePerson() {
        assertEquals("rgb(251, 250, 247)", seen.getString("desktop.background"));
        assertEquals("slide", seen.getString("desktop.animation"));
        assertEquals("rgb(18, 23, 28)", seen.getString("phone.background"));
        assertEquals("none", seen.getString("phone.animation"));
    }

    @Test
    void paperHasTheContentOfAViewAndNothingToClick() {
        assertTrue(seen.getBoolean("print.heading"));
        assertFalse(seen.getBoolean("print.navigation"));
        assertFalse(seen.getBoolean("print.search"));
        assertEquals("rgb(255, 255, 255)", seen.getString("print.background"));
        assertTrue(seen.getInt("print.bytes") > 10_000, seen::prettify);
    }
}
