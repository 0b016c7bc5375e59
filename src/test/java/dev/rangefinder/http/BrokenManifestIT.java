package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.DatabaseResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that cannot know what to trust does not start, and says why in one line. */
@QuarkusIntegrationTest
class BrokenManifestIT {

    @TempDir
    static Path directory;

    private static Path none;
    private static Path nonsense;
    private static ServiceProcess withNone;
    private static ServiceProcess withNonsense;

    /** At the same time, because that takes them a while. */
    @BeforeAll
    static void launch() throws Exception {
        none = directory.resolve("none.json");
        nonsense = Files.writeString(directory.resolve("nonsense.json"), "{\"a\": \"{nonsense}\"}");
        withNone = launch(none);
        withNonsense = launch(nonsense);
    }

    private static ServiceProcess launch(Path manifest) throws Exception {
        return ServiceProcess.launch(Map.of(
                "RANGEFINDER_DATABASE_URL",
                DatabaseResource.url(),
                "RANGEFINDER_DOCUMENTS_MANIFEST",
                manifest.toString()));
    }

    @AfterAll
    static void end() {
        withNone.close();
        withNonsense.close();
    }

    private static void assertRefused(ServiceProcess service, Path manifest, String reason) throws Exception {
        List<String> told = service.outputInVain()
                .lines()
                .filter(line -> !line.contains(" INFO "))
                .toList();

        assertEquals(1, told.size(), () -> String.join("\n", told));
        assertTrue(
                told.get(0).contains("rangefinder.documents.manifest (" + manifest + ") is not usable"),
                told::toString);
        assertTrue(told.get(0).endsWith(reason), told::toString);
    }

    @Test
    void aManifestThatIsNotThere() throws Exception {
        assertRefused(withNone, none, "it cannot be read");
    }

    @Test
    void aDocumentThatTheSchemaDoesNotAllow() throws Exception {
        assertRefused(withNonsense, nonsense, "Field 'nonsense' in type 'Query' is undefined");
    }
}
