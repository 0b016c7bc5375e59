package dev.rangefinder.identity;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Only callers with an access token may read. */
public class RequiredReadingProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("rangefinder.identity.anonymous-reading", "false");
    }
}
