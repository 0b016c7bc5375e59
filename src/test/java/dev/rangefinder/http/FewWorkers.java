package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One operation at a time, and one that waits; none is answered without being executed. */
public class FewWorkers implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.workers.threads", "1",
                "rangefinder.workers.queue", "1",
                "rangefinder.cache.size", "0",
                // Tests keep operations from coming to an end, and may take their time for that
                "rangefinder.limits.deadline", "1m");
    }
}
