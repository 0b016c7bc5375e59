package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
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

/** Cached answers that depend on the date expire with the day. */
@QuarkusTest
class DateChangeTest {

    /** The clock of all tests in this JVM, which this test can set some days ahead. */
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
    void cachedStatusOfTodayExpiresTomorrow() {
        Client client = new Client(endpoint);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        StoredRow partnership = data.partnership("p")
                .with("started_on", "2020")
                .with("ended_on", today)
                .save();
        String document = "{partnership(slug: \"" + partnership.name() + "\") {status}}";
        client.query(document);
        Reply before = client.query(document);
        assertEquals("ACTIVE", before.json().getString("data.partnership.status"));

        clock.days = 1;
        Reply after = client.query(document, "if-none-match", before.header("etag"));
        assertEquals(200, after.status());
        assertEquals("ENDED", after.json().getString("data.partnership.status"));
        assertNotEquals(before.header("etag"), after.header("etag"));
    }
}
