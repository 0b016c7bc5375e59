package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** Without kept answers, everything is answered in the same way. */
@QuarkusTest
@TestProfile(CacheOffTest.NothingKept.class)
class CacheOffTest extends CacheTest {

    /** Keeps no answers. */
    public static class NothingKept implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rangefinder.cache.size", "0");
        }
    }
}
