package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.Saved;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the service answers from its memory, and when it must not. */
@QuarkusTest
@TestProfile(KeptAnswerTest.OtherDays.class)
class KeptAnswerTest {

    /** Lets time pass as tests like, and has caches keep answers for a while. */
    public static class OtherDays implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rangefinder.http.cache-control", "public, max-age=5");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovedClock.class);
        }
    }

    /** A clock that is some days ahead. */
    @Alternative
    @Singleton
    public static class MovedClock extends Clock {

        static volatile int days;

        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.ofDays(days));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Inject
    DataSource database;

    private final CatalogueData data = new CatalogueData();
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @AfterEach
    void returnToToday() {
        MovedClock.days = 0;
    }

    @Test
    void aRepeatedQueryReadsNothingButTheRevision() throws SQLException {
        Saved brand = data.brand("brand").save();
        String document = "{brand(slug: \"" + brand.name() + "\") {name}}";
        Reply first = client.ask(document);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table brand in access exclusive mode");
            Reply kept = client.ask(document);
            assertEquals(first.response().body(), kept.response().body());
            assertEquals(first.header("etag"), kept.header("etag"));
            assertEquals(
                    304,
                    client.ask(document, "if-none-match", first.header("etag")).status());
            connection.rollback();
        }
    }

    @Test
    void anAnswerAboutTodayEndsWithTheDay() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Saved partnership = data.partnership("p")
                .with("started_on", "2020")
                .with("ended_on", today)
                .save();
        String document = "{partnership(slug: \"" + partnership.name() + "\") {status}}";
        client.ask(document);
        Reply before = client.ask(document);
        assertEquals("ACTIVE", before.json().getString("data.partnership.status"));

        MovedClock.days = 1;
        Reply after = client.ask(document, "if-none-match", before.header("etag"));
        assertEquals(200, after.status());
        assertEquals("ENDED", after.json().getString("data.partnership.status"));
        assertNotEquals(before.header("etag"), after.header("etag"));
    }

    @Test
    void howLongCachesKeepAnswersIsConfigurable() {
        assertEquals("public, max-age=5", client.ask("{brands {totalCount}}").header("cache-control"));
        assertEquals("private, no-store", client.ask("{nonsense}").header("cache-control"));
    }
}
