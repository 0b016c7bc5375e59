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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with an unusable manifest of trusted documents does not start, and logs the reason in one line. */
@Tag("processes")
@QuarkusIntegrationTest
class BrokenManifestIT {

    @TempDir
    static Path directory;

    private static Path missing;
    private static Path invalid;
    private static ServiceProcess withMissing;
    private static ServiceProcess withInvalid;

    /** Starts both at the same time to save time. */
    @BeforeAll
    static void launch() throws Exception {
        missing = directory.resolve("missing.json");
        invalid = Files.writeString(directory.resolve("invalid.json"), "{\"a\": \"{invalid}\"}");
        withMissing = launch(missing);
        withInvalid = launch(invalid);
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
        withMissing.close();
        withInvalid.close();
    }

    private static void assertRejected(ServiceProcess service, Path manifest, String reason) throws Exception {
        List<String> lines = service.outputOfFailedStart()
                .lines()
                .filter(line -> !line.contains(" INFO "))
                .toList();

        assertEquals(1, lines.size(), () -> String.join("\n", lines));
        assertTrue(
                lines.get(0).contains("rangefinder.documents.manifest (" + manifest + ") is not usable"),
                lines::toString);
        assertTrue(lines.get(0).endsWith(reason), lines::toString);
    }

    @Test
    void missingManifestStopsTheStart() throws Exception {
        assertRejected(withMissing, missing, "it cannot be read");
    }

    @Test
    void invalidDocumentInTheManifestStopsTheStart() throws Exception {
        assertRejected(withInvalid, invalid, "Field 'invalid' in type 'Query' is undefined");
    }
}
