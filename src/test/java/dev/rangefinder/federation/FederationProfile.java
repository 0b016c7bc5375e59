package dev.rangefinder.federation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service is a subgraph. Few objects can be looked up at once, so that the limit is easy to reach. */
public class FederationProfile implements QuarkusTestProfile {

    static final int REPRESENTATIONS = 200;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.federation.enabled",
                "true",
                "rangefinder.federation.representations",
                Integer.toString(REPRESENTATIONS));
    }
}
