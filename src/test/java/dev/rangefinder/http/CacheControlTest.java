package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.observation.ObservabilityProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The Cache-Control header of answers is configurable. */
@QuarkusTest
@TestProfile(ObservabilityProfile.class)
class CacheControlTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void cacheableAnswerHasTheConfiguredCacheControl() {
        assertEquals(
                ObservabilityProfile.CACHE_CONTROL,
                new Client(endpoint).query("{brands {totalCount}}").header("cache-control"));
    }

    @Test
    void errorIsNotCacheable() {
        assertEquals(
                "private, no-store", new Client(endpoint).query("{nonsense}").header("cache-control"));
    }
}
