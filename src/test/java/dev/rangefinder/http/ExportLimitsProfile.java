package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One export at a time, which has little time. */
public class ExportLimitsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.export.max-concurrent", "1",
                "rangefinder.export.idle-timeout", "1S",
                "rangefinder.export.timeout", "6S");
    }
}
