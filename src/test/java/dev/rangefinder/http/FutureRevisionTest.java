package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** With a replica, operations would wait for an hour in this profile. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
class FutureRevisionTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void futureRevisionIsRejectedWithoutWaiting() {
        assertEquals(
                "REVISION_NOT_REACHED",
                new Client(endpoint)
                        .query("{brands {totalCount}}", "catalogue-revision-at-least", "1000000000000")
                        .code());
    }
}
