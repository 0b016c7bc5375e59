package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.DatabaseResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that cannot know what to trust does not start, and says why in one line. */
@QuarkusIntegrationTest
class BrokenManifestIT {

    private static void assertRefused(Path manifest, String reason) throws Exception {
        List<String> told = ServiceProcess.startInVain(Map.of(
                        "RANGEFINDER_DATABASE_URL",
                        DatabaseResource.url(),
                        "RANGEFINDER_DOCUMENTS_MANIFEST",
                        manifest.toString()))
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
    void aManifestThatIsNotThere(@TempDir Path directory) throws Exception {
        assertRefused(directory.resolve("none.json"), "it cannot be read");
    }

    @Test
    void aDocumentThatTheSchemaDoesNotAllow(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("manifest.json"), "{\"a\": \"{nonsense}\"}");

        assertRefused(file, "Field 'nonsense' in type 'Query' is undefined");
    }
}
