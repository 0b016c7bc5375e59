package dev.rangefinder.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.Request;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two builds of one SNAPSHOT never share an entity tag. */
@QuarkusTest
class EntityTagTest {

    private static final String COMMIT = "[0-9a-f]{40}";

    @Inject
    BuildConfig build;

    @Inject
    Documents documents;

    @Test
    void tagDependsOnTheBuild() {
        assertEquals(tag("1.0.0-SNAPSHOT+a"), tag("1.0.0-SNAPSHOT+a"));
        assertNotEquals(tag("1.0.0-SNAPSHOT+a"), tag("1.0.0-SNAPSHOT+b"));
    }

    private String tag(String version) {
        Request request = new Request("{__typename}", null, Map.of());
        return EntityTag.of(
                version,
                Origin.of(new Revision(1, 0)),
                LocalDate.EPOCH,
                documents.prepare(request.query()),
                request,
                ResponseVariant.DEFAULT);
    }

    /** A build with uncommitted changes is identified by its time. */
    @Test
    void versionContainsTheCommit() {
        String version = build.version();
        assertTrue(version.matches("[0-9.]+(-SNAPSHOT)?\\+(" + COMMIT + "|[0-9]{14})"), version);
    }
}
