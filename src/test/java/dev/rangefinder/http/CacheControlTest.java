package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.Writer;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Cache-Control header of answers is configurable. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
class CacheControlTest {

    private static final String NOW =
            "select '\"' || to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || '\"' from catalogue";

    private final CatalogueData data = new CatalogueData();

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Reply asOf(String moment, String selection) {
        return new Client(endpoint).query("query @asOf(" + moment + ") {" + selection + "}");
    }

    /** Adds a brand, and returns the argument of its moment; another brand follows. */
    private String past(String argument, String value) throws SQLException {
        try (Writer reader = new Writer()) {
            data.brand("then").save();
            String moment = argument + ": " + reader.text(value);
            data.brand("later").save();
            return moment;
        }
    }

    @Test
    void cacheableAnswerHasTheConfiguredCacheControl() {
        assertEquals(
                OptionalFeaturesProfile.CACHE_CONTROL,
                new Client(endpoint).query("{brands {totalCount}}").header("cache-control"));
    }

    @Test
    void answerAsOfAPastRevisionMayBeCachedForEver() throws SQLException {
        String moment = past("revision", "select revision from catalogue");
        Reply computed = asOf(moment, "brands {totalCount}");
        Reply cached = asOf(moment, "brands {totalCount}");
        Reply unchanged = new Client(endpoint)
                .query("query @asOf(" + moment + ") {brands {totalCount}}", "if-none-match", cached.header("etag"));

        assertEquals(304, unchanged.status());
        for (Reply reply : List.of(computed, cached, unchanged)) {
            assertEquals(OptionalFeaturesProfile.CACHE_CONTROL_AS_OF, reply.header("cache-control"));
            assertEquals(new Client(endpoint).query("{brands {totalCount}}").header("vary"), reply.header("vary"));
        }
    }

    @Test
    void answerAsOfAPastTimeMayBeCachedForEver() throws SQLException {
        String moment = past("knownAt", NOW);
        assertEquals(
                OptionalFeaturesProfile.CACHE_CONTROL_AS_OF,
                asOf(moment, "brands {totalCount}").header("cache-control"));
    }

    @Test
    void answerAsOfTheCurrentRevisionIsCachedAsTheCurrentAnswer() throws SQLException {
        data.brand("now").save();
        try (Writer reader = new Writer()) {
            for (String moment : List.of("revision: " + reader.revision(), "knownAt: " + reader.text(NOW))) {
                assertEquals(
                        OptionalFeaturesProfile.CACHE_CONTROL,
                        asOf(moment, "brands {totalCount}").header("cache-control"),
                        moment);
            }
        }
    }

    @Test
    void answerWithAnErrorAsOfAPastRevisionIsNotCacheable() throws SQLException {
        Reply reply = asOf(past("revision", "select revision from catalogue"), "brands(first: 0) {nodes {name}}");
        assertEquals("INVALID_PAGE_SIZE", reply.code());
        assertEquals("private, no-store", reply.header("cache-control"));
    }

    @Test
    void errorIsNotCacheable() {
        assertEquals(
                "private, no-store", new Client(endpoint).query("{nonsense}").header("cache-control"));
    }
}
