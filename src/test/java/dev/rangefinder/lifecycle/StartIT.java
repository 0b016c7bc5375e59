package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.health;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts of the packaged service under adverse conditions. */
@Timeout(300)
@Tag("faults")
class StartIT {

    private static final String BRANDS = "{brands {totalCount}}";
    private static final String FOUNDING_BRANDS = "14";

    private final PostgresProcess postgres = PostgresProcess.shared();

    @Test
    void serviceStartsWithoutItsDatabaseAndRecovers() throws Exception {
        postgres.create("late");
        int port = FreePort.find();
        try (ServiceProcess service =
                ServiceProcess.launch(Map.of("RANGEFINDER_DATABASE_URL", PostgresProcess.url("late", port)))) {
            service.awaitAnswer();
            Reply ready = health(service, "ready");
            assertEquals(503, ready.status());
            assertEquals(
                    "The database does not answer.",
                    ready.json().getString("checks.find {it.name == 'database'}.data.reason"));
            assertEquals(503, health(service, "started").status());
            assertEquals(200, health(service, "live").status());
            assertTrue(query(service, BRANDS).isUnavailable());
            assertTrue(query(service, "{__typename}").isUnavailable());

            try (TcpProxy database = new TcpProxy(port, postgres.port())) {
                assertEquals(port, database.port());
                awaitReady(service);
                assertEquals(200, health(service, "started").status());
                Reply answer = query(service, BRANDS);
                assertEquals(FOUNDING_BRANDS, answer.json().getString("data.brands.totalCount"), answer::toString);
            }
            List<String> logged = service.output()
                    .lines()
                    .filter(line -> line.contains("The service is not ready, because the database does not answer"))
                    .toList();
            assertTrue(
                    logged.size() >= 1 && logged.size() <= 4,
                    "expected one line in half a minute:\n" + service.output());
            assertFalse(service.output().contains("\tat "), service.output());
        }
    }

    @Test
    void invalidConfigurationStopsTheStartWithOneLine() throws Exception {
        try (ServiceProcess values = ServiceProcess.launch(Map.of(
                        "RANGEFINDER_WORKERS_QUEUE", "many",
                        "RANGEFINDER_LIMITS_DEADLINE", "soon",
                        "RANGEFINDER_CACHE_SIZE", "64Q",
                        "RANGEFINDER_HTTP_ORIGINS", "https://app.example,app.example",
                        "RANGEFINDER_HTTP_STATUS_CODES", "draft-1999"));
                ServiceProcess url = ServiceProcess.launch(
                        Map.of("RANGEFINDER_DATABASE_URL", "jdbc:postgres://localhost/?password=secret"))) {
            String wrongValues = onlyLine(values);
            assertTrue(wrongValues.contains("rangefinder.workers.queue: Expected an integer value"), wrongValues);
            assertTrue(wrongValues.contains("rangefinder.limits.deadline: "), wrongValues);
            assertTrue(wrongValues.contains("rangefinder.cache.size: "), wrongValues);
            assertTrue(wrongValues.contains("rangefinder.http.origins: Expected origins"), wrongValues);
            assertTrue(wrongValues.contains("rangefinder.http.status-codes: "), wrongValues);
            assertEquals(
                    "rangefinder.database.url: Expected a JDBC URL, such as jdbc:postgresql://host:5432/database",
                    onlyLine(url));
        }
        try (ServiceProcess misspelt = ServiceProcess.launch(Map.of("RANGEFINDER_WORKERS_QEUE", "3"));
                ServiceProcess file = ServiceProcess.launch(Map.of("RANGEFINDER_CATALOGUE_FILE", "/nowhere.yaml"))) {
            assertEquals("rangefinder.workers.qeue: unknown key", onlyLine(misspelt));
            assertEquals("rangefinder.catalogue.file: /nowhere.yaml is not a readable file", onlyLine(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RANGEFINDER_IDENTITY_ISSUER=login.example | rangefinder.identity.issuer: Expected the URL of an issuer",
                "RANGEFINDER_IDENTITY_ISSUER=https://login.example | rangefinder.identity.audience: has no value",
                "RANGEFINDER_IDENTITY_ANONYMOUS_READING=false | rangefinder.identity.anonymous-reading: is false",
                "RANGEFINDER_IDENTITY_ISSUER=http://localhost:1 RANGEFINDER_IDENTITY_AUDIENCE=rangefinder"
                        + " RANGEFINDER_IDENTITY_ANONYMOUS_READING=false RANGEFINDER_HTTP_CACHE_CONTROL=public"
                        + " QUARKUS_LOG_LEVEL=ERROR | rangefinder.http.cache-control: must contain private"
            })
    void incompleteIdentityStopsTheStartWithOneLine(String settings, String reason) throws Exception {
        Map<String, String> variables = Arrays.stream(settings.split(" "))
                .map(setting -> setting.split("="))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        try (ServiceProcess service = ServiceProcess.launch(variables)) {
            String line = onlyLine(service);
            assertTrue(line.startsWith(reason), line);
        }
    }

    private static String onlyLine(ServiceProcess service) throws InterruptedException {
        assertTrue(service.process().waitFor(90, TimeUnit.SECONDS), service::output);
        assertEquals(1, service.process().exitValue(), service::output);
        List<String> lines = service.output().lines().toList();
        assertEquals(1, lines.size(), service::output);
        return lines.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "latin, encoding 'LATIN1' locale 'C', the encoding LATIN1",
                "ascii, encoding 'SQL_ASCII' locale 'C', the encoding SQL_ASCII",
                "posix, encoding 'UTF8' locale_provider 'libc' locale 'C', the locale C",
                "builtin, encoding 'UTF8' locale_provider 'builtin' builtin_locale 'C.UTF-8' locale 'C', the locale C"
            })
    void unsuitableEncodingOrLocaleIsReportedInOneLine(String name, String options, String reason) throws Exception {
        PostgresProcess.execute(postgres.url("postgres"), "create database " + name + " template template0 " + options);
        try (ServiceProcess service = ServiceProcess.launch(
                Map.of("RANGEFINDER_DATABASE_URL", postgres.url(name), "QUARKUS_LOG_LEVEL", "WARN"))) {
            String line = onlyLine(service);
            assertTrue(line.startsWith("rangefinder.database.url: The database " + name + " has " + reason), line);
            assertTrue(line.endsWith("create database ... template template0 encoding 'UTF8' locale 'C.UTF-8'"), line);
        }
    }

    @Test
    void missingSchemaIsReportedInOneLine() throws Exception {
        postgres.create("without_schema");
        String url = postgres.url("without_schema") + "&currentSchema=nowhere";
        try (ServiceProcess service =
                ServiceProcess.launch(Map.of("RANGEFINDER_DATABASE_URL", url, "QUARKUS_LOG_LEVEL", "WARN"))) {
            String line = onlyLine(service);
            assertTrue(line.startsWith("rangefinder.database.url: No schema of the search_path exists"), line);
        }
    }

    @Test
    void tablesAndExtensionMayHaveSeparateSchemas() throws Exception {
        postgres.create("schemas");
        String url = postgres.url("schemas");
        PostgresProcess.execute(url, "create schema extensions; create schema rangefinder");
        PostgresProcess.execute(url, "create extension pg_trgm schema extensions");
        try (ServiceProcess service =
                ServiceProcess.start(Map.of("RANGEFINDER_DATABASE_URL", url + "&currentSchema=rangefinder"))) {
            awaitReady(service);
            Reply answer = query(service, "{brands(filter: {name: {contains: \"华为\"}}) {totalCount}}");
            assertEquals(200, answer.status(), answer::toString);
            assertEquals("14", value(url, "select count(*) from rangefinder.brand"));
            PostgresProcess.execute(url, "update rangefinder.brand set name = name");
            assertEquals("2", value(url, "select revision from rangefinder.catalogue"));
        }
    }

    @Test
    void tablesOfOtherSchemasAreNotValidated() throws Exception {
        postgres.create("shared_with_others");
        String url = postgres.url("shared_with_others");
        PostgresProcess.execute(url, "create schema zoo");
        PostgresProcess.execute(url, "create table zoo.brand (id text, slug bytea, name bytea)");
        try (ServiceProcess service = ServiceProcess.start(Map.of("RANGEFINDER_DATABASE_URL", url))) {
            awaitReady(service);
            assertEquals(FOUNDING_BRANDS, query(service, BRANDS).json().getString("data.brands.totalCount"));
        }
    }

    @Test
    void replicaKilledWhileLoadingLeavesNothingAndTheOtherLoads() throws Exception {
        postgres.create("shared");
        String url = postgres.url("shared");
        Flyway.configure().dataSource(url, null, null).load().migrate();
        try (Connection lock = DriverManager.getConnection(url);
                Statement statement = lock.createStatement();
                ServiceProcess one = replica(url, "one");
                ServiceProcess other = replica(url, "other")) {
            lock.setAutoCommit(false);
            statement.execute("lock table launch in exclusive mode"); // it is loaded after the brands and devices
            await().until(() -> loader(url).equals("one, other") || loader(url).equals("other, one"));
            boolean isOne = loader(url).startsWith("one");
            (isOne ? one : other).process().destroyForcibly().waitFor();
            assertEquals("0", value(url, "select count(*) from brand"), "a part of the catalogue is visible");
            ServiceProcess survivor = isOne ? other : one;

            lock.rollback();
            awaitReady(survivor);
            Reply answer = query(survivor, BRANDS);
            assertEquals(FOUNDING_BRANDS, answer.json().getString("data.brands.totalCount"), answer::toString);
            assertEquals("8", value(url, "select count(*) from launch"));
            assertEquals("1", value(url, "select revision from catalogue"));
        }
    }

    private static ServiceProcess replica(String url, String name) throws IOException {
        return ServiceProcess.launch(Map.of("RANGEFINDER_DATABASE_URL", url + "&ApplicationName=" + name));
    }

    /** The replica that is blocked by the test, and the one that is blocked by the first. */
    private static String loader(String url) throws Exception {
        return value(url, """
            select coalesce(string_agg(application_name, ', ' order by query like '%pg_advisory_xact_lock%'), '')
            from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'\
            """);
    }
}
