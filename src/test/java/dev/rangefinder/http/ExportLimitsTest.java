package dev.rangefinder.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.websocket.SmallLimitsProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exports that take long, of a catalogue that no buffer holds, are bounded, and never look complete when they are not. */
@QuarkusTest
@TestProfile(SmallLimitsProfile.class)
@Timeout(120)
class ExportLimitsTest {

    private static final String REQUEST = "GET /export HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    private static final String END = "\r\n0\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EXPORTING =
            "from pg_stat_activity where state <> 'idle' and query like 'fetch % from record'";

    @TestHTTPResource("/export")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();
    private static Connection database;

    /** No test changes them. */
    @BeforeAll
    static void addLargeCitations() throws SQLException {
        database = CatalogueData.connect();
        execute(
                "insert into citation (key, remark) select 'LARGE' || n, repeat('x', 1000000) from generate_series(1, 20) n");
    }

    @AfterAll
    static void removeLargeCitations() throws SQLException {
        execute("delete from citation where key like 'LARGE%'");
        database.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Begins an export, of which the client has read the head. */
    private RawConnection begin() throws IOException {
        RawConnection connection = new RawConnection(endpoint).send(REQUEST);
        String head = connection.readHead();
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        return connection;
    }

    private static void awaitEnd() {
        await().atMost(PATIENCE)
                .until(() -> value("select count(*) " + EXPORTING).equals("0"));
    }

    @Test
    void exportIsOfOneRevision() throws Exception {
        StoredRow brand = data.brand("brand").save();
        try (RawConnection connection = begin()) {
            data.rename(brand, "Another");
            String body = connection.readAll();
            assertTrue(body.endsWith(END));
            assertTrue(body.contains("slug: \"" + brand.name() + "\"\n    name: \"brand\""));
        }
    }

    @Test
    void clientThatReadsNothingIsDisconnected() throws Exception {
        try (RawConnection connection = begin()) {
            awaitEnd();
            String body = connection.readAll();
            assertTrue(body.startsWith(Integer.toHexString(32 * 1024) + "\r\ncitations:\n"), body.substring(0, 100));
            assertFalse(body.endsWith(END));
        }
    }

    @Test
    void clientThatReadsTooSlowlyIsDisconnected() throws Exception {
        try (RawConnection connection = begin()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
                connection.read(300_000);
                return value("select count(*) " + EXPORTING).equals("0");
            });
            assertFalse(connection.readAll().endsWith(END));
        }
    }

    @Test
    void exportEndsWhenItsClientLeaves() throws Exception {
        begin().close();
        awaitEnd();
    }

    @Test
    void furtherExportIsRejected() throws Exception {
        try (RawConnection first = begin();
                RawConnection second = new RawConnection(endpoint).send(REQUEST)) {
            String rejection = second.readAll();
            assertTrue(rejection.startsWith("HTTP/1.1 503 "), rejection);
            assertTrue(rejection.toLowerCase(Locale.ROOT).contains("retry-after: "), rejection);
            assertTrue(rejection.contains("\"code\":\"UNAVAILABLE\""), rejection);
            assertTrue(first.readAll().endsWith(END));
        }
        awaitEnd();
        await().until(() -> {
            try (RawConnection third = new RawConnection(endpoint).send(REQUEST)) {
                return third.statusLine().equals("HTTP/1.1 200 OK");
            }
        });
    }

    @Test
    void exportWithoutItsDatabaseSessionIsBrokenOff() throws Exception {
        try (RawConnection connection = begin()) {
            await().until(() -> value("select count(*) " + EXPORTING).equals("1"));
            assertEquals("t", value("select pg_terminate_backend(pid) " + EXPORTING));
            assertFalse(connection.readAll().endsWith(END));
        }
    }
}
