package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.Saved;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.Mock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service keeps about today is no answer tomorrow. */
@QuarkusTest
class AnotherDayTest {

    /** The clock of all tests in this JVM, which is some days ahead while this one wants it. */
    @Mock
    @Singleton
    public static class MovedClock extends Clock {

        volatile int days;

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
    MovedClock clock;

    private final CatalogueData data = new CatalogueData();

    @AfterEach
    void returnToToday() {
        clock.days = 0;
    }

    @Test
    void anAnswerAboutTodayEndsWithTheDay() {
        Client client = new Client(endpoint);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Saved partnership = data.partnership("p")
                .with("started_on", "2020")
                .with("ended_on", today)
                .save();
        String document = "{partnership(slug: \"" + partnership.name() + "\") {status}}";
        client.ask(document);
        Reply before = client.ask(document);
        assertEquals("ACTIVE", before.json().getString("data.partnership.status"));

        clock.days = 1;
        Reply after = client.ask(document, "if-none-match", before.header("etag"));
        assertEquals(200, after.status());
        assertEquals("ENDED", after.json().getString("data.partnership.status"));
        assertNotEquals(before.header("etag"), after.header("etag"));
    }
}
