package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Settings that differ from those of the other tests: the schema is hidden and limits are small. One operation runs at
 * a time, one waits, and the answer cache is off.
 */
public class RestrictedProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("rangefinder.introspection.enabled", "false"),
                Map.entry("rangefinder.graphiql.enabled", "false"),
                Map.entry("rangefinder.sdl.enabled", "false"),
                Map.entry("rangefinder.http.status-codes", "draft-2026"),
                Map.entry("rangefinder.http.max-body-size", "2K"),
                Map.entry("rangefinder.http.max-bodies-size", "8K"),
                Map.entry("rangefinder.http.body-timeout", "1s"),
                Map.entry("rangefinder.replica.patience", "1h"),
                Map.entry("rangefinder.websocket.enabled", "false"),
                Map.entry("rangefinder.workers.threads", "1"),
                Map.entry("rangefinder.workers.queue", "1"),
                Map.entry("rangefinder.workers.max-wait", "1m"),
                Map.entry("rangefinder.cache.size", "0"),
                // Tests block operations for a while
                Map.entry("rangefinder.limits.deadline", "1m"),
                Map.entry("rangefinder.limits.count", "3"),
                Map.entry("rangefinder.http.origins", FrontEndsPage.origins() + ", http://localhost:*"));
    }
}
