package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.observation.Observed;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** How long caches keep answers is configurable. */
@QuarkusTest
@TestProfile(Observed.class)
class CacheControlTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void anAnswerThatMayBeKeptSaysWhatIsConfigured() {
        assertEquals(
                Observed.CACHE_CONTROL,
                new Client(endpoint).ask("{brands {totalCount}}").header("cache-control"));
    }

    @Test
    void anErrorIsNotKeptAllTheSame() {
        assertEquals("private, no-store", new Client(endpoint).ask("{nonsense}").header("cache-control"));
    }
}
