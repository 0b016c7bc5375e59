package dev.rangefinder.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rangefinder.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log of the packaged service, as a log collector reads it. */
@Tag("processes")
@Timeout(120)
class LogIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    static Path directory;

    private static String database;
    private static ServiceProcess service;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start();
        Map<String, String> settings = Map.of(
                "RANGEFINDER_DATABASE_URL", database,
                "RANGEFINDER_LOG_SLOW", "500ms",
                "RANGEFINDER_LOG_ACCESS", "true");
        service = ServiceProcess.start(settings);
        client = new Client(service.graphQL());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyLineIsAJsonObjectWithTimeLevelAndMessage() throws IOException {
        client.query("{__typename}");
        List<JsonNode> lines = lines(line -> true);
        assertTrue(lines.size() > 3, lines::toString);
        for (JsonNode line : lines) {
            assertTrue(
                    line.hasNonNull("timestamp") && line.hasNonNull("level") && line.hasNonNull("message"),
                    line::toString);
        }
    }

    @Test
    void slowOperationIsLoggedWithCostAndIdsButWithoutValues() throws Exception {
        String document = "query Slow($slug: String!) {brand(slug: $slug) {name}}";
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table brand in access exclusive mode");
            Thread unlock = new Thread(() -> rollbackSoon(connection));
            unlock.start();
            client.post(
                    "{\"query\": \"" + document + "\", \"variables\": {\"slug\": \"private\"}}",
                    "x-request-id",
                    "slow-one",
                    "traceparent",
                    "00-" + TRACE + "-00f067aa0ba902b7-01");
            unlock.join();
        }
        JsonNode line = line("slow-one", "dev.rangefinder.observation.SlowOperations");
        String message = line.get("message").asText();
        assertTrue(
                message.matches("Slow operation: name=Slow document=[0-9a-f]{64} outcome=OK milliseconds=[0-9]{3,}"
                        + " waited=[0-9]+ cost=1 nodes=0 statements=[12]"),
                message);
        assertEquals("WARN", line.get("level").asText());
        assertEquals(TRACE, line.at("/mdc/traceId").asText());
        assertFalse(service.output().contains("private"));
    }

    private static void rollbackSoon(Connection connection) {
        try {
            Thread.sleep(800);
            connection.rollback();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void unexpectedFailureIsLoggedWithTheIdOfItsRequest() throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("alter table figure rename to figures_elsewhere");
            statement.execute("create view figure as select * from figures_elsewhere where id > 1 / 0");
            client.query("{figures {totalCount}}", "x-request-id", "failing-one");
            statement.execute("drop view figure");
            statement.execute("alter table figures_elsewhere rename to figure");
        }
        JsonNode line = line("failing-one", "dev.rangefinder.engine.ErrorHandler");
        assertEquals("ERROR", line.get("level").asText());
        assertTrue(line.has("stackTrace") || line.has("exception"), line::toString);
    }

    /** Malformed requests are not failures of the service, and must not fill its log. */
    @Test
    void malformedRequestIsNotLogged() throws IOException {
        String upgrade = "upgrade: websocket~connection: upgrade~";
        List<String> requests = List.of(
                "GET /graphql HTTP/1.1~~",
                "GET / HTTP/1.1~host: a b~~",
                "GET /q/health HTTP/1.1~host: a~host: b~~",
                "GET graphql HTTP/1.1~host: a~~",
                "GET /graphql?query={%zz HTTP/1.1~host: a~connection: close~~",
                "GET /{%zz HTTP/1.1~host: a~connection: close~~",
                "GET /graphql HTTP/1.1~host: a~" + upgrade + "connection: close~~",
                "GET /graphql HTTP/1.1~" + upgrade + "~",
                "POST /graphql HTTP/1.1~host: a~transfer-encoding: chunked~content-length: 1~~",
                "POST /graphql HTTP/1.1~host: a~content-type: application/json~transfer-encoding: chunked~~zz~",
                "\u0000\u0001garbage~~");
        List<JsonNode> before = lines(LogIT::isFailure);
        for (String request : requests) {
            try (RawConnection connection = new RawConnection(service.graphQL())) {
                assertTrue(
                        connection.send(request.replace("~", "\r\n")).readAll().contains("HTTP/1.1 4"), request);
            }
        }
        client.query("{__typename}", "x-request-id", "after-malformed");
        await().until(() -> !accesses("after-malformed").isEmpty());
        assertEquals(before, lines(LogIT::isFailure));
    }

    private static boolean isFailure(JsonNode line) {
        return !line.path("level").asText().equals("INFO") || line.has("exception") || line.has("stackTrace");
    }

    @Test
    void accessLogHasThePathWithoutTheQueryAndTheRequestId() {
        client.get("query=%7Bbrand(slug:%22hidden%22)%7Bname%7D%7D", "x-request-id", "access-one");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !accesses("access-one").isEmpty());
        String message = accesses("access-one").get(0).get("message").asText();
        assertTrue(
                message.matches(".+ \"GET /graphql HTTP/1.1\" 200 [0-9]+ bytes [0-9]+ ms request=access-one"), message);
        assertFalse(message.contains("hidden"), message);
    }

    @Test
    void accessLogHasTheGeneratedRequestId() {
        String generated = client.query("{__typename}").header("x-request-id");
        assertFalse(generated.isEmpty());
        await().atMost(Duration.ofMinutes(1)).until(() -> !accesses(generated).isEmpty());
    }

    private static List<JsonNode> accesses(String requestId) {
        return lines(line -> line.path("message").asText().endsWith(" request=" + requestId));
    }

    private static JsonNode line(String requestId, String logger) {
        Predicate<JsonNode> filter = line -> line.at("/mdc/requestId").asText().equals(requestId)
                && line.path("loggerName").asText().equals(logger);
        await().atMost(Duration.ofMinutes(1)).until(() -> !lines(filter).isEmpty());
        return lines(filter).get(0);
    }

    private static List<JsonNode> lines(Predicate<JsonNode> filter) {
        String text = service.output();
        // The last line may be incomplete
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.lines().map(LogIT::parse).filter(filter).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
