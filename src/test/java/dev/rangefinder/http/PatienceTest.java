package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Operations would wait for an hour here, if there were a replica. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class PatienceTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void nobodyWaitsForARevisionThatNobodyCanHaveSeen() {
        assertEquals(
                "REVISION_NOT_REACHED",
                new Client(endpoint)
                        .ask("{brands {totalCount}}", "catalogue-revision-at-least", "1000000000000")
                        .code());
    }
}
