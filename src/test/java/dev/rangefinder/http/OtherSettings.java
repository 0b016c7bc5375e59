package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** What production chooses, or may choose, where tests choose otherwise. */
public class OtherSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.introspection.enabled", "false",
                "rangefinder.graphiql.enabled", "false",
                "rangefinder.sdl.enabled", "false",
                "rangefinder.http.status-codes", "draft-2026",
                "rangefinder.http.max-body-size", "2K",
                "rangefinder.http.body-timeout", "1s",
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", "https://app.example",
                "quarkus.http.cors.headers", "content-type");
    }
}
