package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.BrandRows;
import dev.rangefinder.database.EmbeddedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two processes of the service on one database that changes continuously: each change increments the number in the
 * name of a brand. Every answer must have at least the number that was committed before its request was sent.
 */
@Timeout(300)
@Tag("faults")
class AnswerFreshnessIT {

    private static final int READS = 120_000;
    private static final int READERS = 4;
    private static final String ONE_STATEMENT = "{brand(slug: \"counter\") {name}}";
    private static final String SEVERAL_STATEMENTS = "{brand(slug: \"counter\") {name} catalogue {revision}}";
    private static final Pattern NAME = Pattern.compile("\"name\":\"(\\d+)\"");
    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicLong unchanged = new AtomicLong();
    private volatile long firstRevision;
    private volatile boolean finished;

    @Test
    void answersAreNeverOlderThanACommittedChange() throws Exception {
        String url = EmbeddedDatabase.start();
        Map<String, String> settings = Map.of("RANGEFINDER_DATABASE_URL", url);
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
        try (ServiceProcess one = ServiceProcess.start(settings);
                ServiceProcess other = ServiceProcess.start(settings);
                Connection connection = DriverManager.getConnection(url)) {
            addCounter(connection);
            Future<?> writer = threads.submit(() -> change(connection));
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> read(one, other)));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
            finished = true;
            writer.get();
        } finally {
            finished = true;
            threads.shutdownNow();
        }
        assertTrue(committed.get() > 1_000, () -> "There were only " + committed + " changes.");
        assertTrue(unchanged.get() > 1_000, () -> "There were only " + unchanged + " answers of status 304.");
    }

    private void addCounter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BrandRows.insert("values ('counter', '0')"));
            try (ResultSet result = statement.executeQuery("select revision from catalogue")) {
                result.next();
                firstRevision = result.getLong(1);
            }
        }
    }

    private Void change(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            while (!finished) {
                int next = committed.get() + 1;
                statement.execute("update brand set name = '" + next + "' where slug = 'counter'");
                committed.set(next);
                Thread.sleep(ThreadLocalRandom.current().nextInt(6));
            }
        }
        return null;
    }

    private Void read(ServiceProcess one, ServiceProcess other) throws IOException {
        try (PersistentConnection first = new PersistentConnection(one.address());
                PersistentConnection second = new PersistentConnection(other.address())) {
            Reader simple = new Reader(ONE_STATEMENT);
            Reader larger = new Reader(SEVERAL_STATEMENTS);
            for (int i = 0; i < READS / READERS; i += 4) {
                simple.read(first);
                simple.read(second);
                larger.read(second);
                larger.read(first);
            }
        }
        return null;
    }

    /** Sends one document repeatedly, like a client that caches the last answer. */
    private final class Reader {

        private final String document;
        private String tag = "\"none\"";
        private String body = "";

        Reader(String document) {
            this.document = document;
        }

        void read(PersistentConnection connection) throws IOException {
            int before = committed.get();
            PersistentConnection.Reply reply = connection.get(document, tag);
            if (reply.status() == 304) {
                assertEquals(tag, reply.headers().get("etag"));
                unchanged.incrementAndGet();
            } else {
                assertEquals(200, reply.status(), reply::body);
                body = reply.body();
                // Sometimes without a tag, so that cached answers are covered as well
                tag = ThreadLocalRandom.current().nextBoolean()
                        ? reply.headers().get("etag")
                        : "\"none\"";
            }
            check(before);
        }

        private void check(int before) {
            Matcher name = NAME.matcher(body);
            assertTrue(name.find(), body);
            int number = Integer.parseInt(name.group(1));
            assertTrue(number >= before, () -> number + " was returned after " + before + " had been committed.");
            Matcher revision = REVISION.matcher(body);
            if (revision.find()) {
                assertEquals(firstRevision + number, Long.parseLong(revision.group(1)), body);
            }
        }
    }
}
