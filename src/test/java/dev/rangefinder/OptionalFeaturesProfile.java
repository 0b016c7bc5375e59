package dev.rangefinder;

import dev.rangefinder.observation.TraceCollector;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The service is a subgraph, few objects of which can be looked up at once; metrics distinguish only a few operation names
 * besides that of a trusted document; traces are exported to a collector, and answers are cacheable.
 */
public class OptionalFeaturesProfile implements QuarkusTestProfile {

    public static final String CACHE_CONTROL = "public, max-age=5";
    public static final String CACHE_CONTROL_AS_OF = "public, max-age=31536000, immutable";

    public static final int REPRESENTATIONS = 200;
    public static final int MAX_NAMES = 5;
    public static final String TRUSTED = "query Trusted($slug: String!) {brand(slug: $slug) {name}}";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.federation.enabled",
                "true",
                "rangefinder.federation.representations",
                Integer.toString(REPRESENTATIONS),
                "rangefinder.metrics.operations",
                Integer.toString(MAX_NAMES),
                "rangefinder.documents.manifest",
                manifest(),
                "rangefinder.http.cache-control",
                CACHE_CONTROL,
                "rangefinder.http.cache-control-as-of",
                CACHE_CONTROL_AS_OF);
    }

    private static String manifest() {
        try {
            Path file = Path.of("target", "observed-manifest.json");
            return Files.writeString(file, "{\"trusted\": \"" + TRUSTED + "\"}")
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TraceCollector.class));
    }
}
