package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.execute;
import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.health;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import dev.rangefinder.http.ServiceProcess;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command migrates the database, and a service waits for it if it is configured so. */
@Tag("processes")
@Timeout(300)
class MigrationIT {

    private static final String TABLE = "select to_regclass('public.brand')";

    private final PostgresProcess postgres = PostgresProcess.shared();

    private static CommandProcess migrate(String url) throws Exception {
        return CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", url), "migrate");
    }

    private String database(String name) throws Exception {
        postgres.create(name);
        return postgres.url(name);
    }

    @Test
    void waitingServiceIsReadyOnceTheCommandHasMigrated() throws Exception {
        String url = database("awaited");
        try (ServiceProcess service = ServiceProcess.start(
                Map.of("RANGEFINDER_DATABASE_URL", url, "RANGEFINDER_MIGRATION_AT_START", "false"))) {
            await().until(() -> service.output().contains("The service waits until the command migrate"));
            Thread.sleep(2_500); // it looks again every second
            assertEquals(503, health(service, "ready").status());
            assertEquals(
                    "The command migrate has not migrated the database to this version yet.",
                    health(service, "ready").json().getString("checks.find {it.name == 'database'}.data.reason"));
            assertEquals(503, health(service, "started").status());
            assertEquals(200, health(service, "live").status());
            assertTrue(query(service, "{brands {totalCount}}").isUnavailable());
            assertNull(value(url, TABLE));
            assertEquals(
                    1,
                    service.output()
                            .lines()
                            .filter(line -> line.matches(".*(org.flywaydb|service waits).*"))
                            .count(),
                    service::output);

            CommandProcess migrated = migrate(url);
            assertEquals(0, migrated.exitCode(), migrated.errors());
            awaitReady(service);
            assertEquals("14", query(service, "{brands {totalCount}}").json().getString("data.brands.totalCount"));
        }
    }

    @Test
    void commandMigratesAndCanBeRepeated() throws Exception {
        String url = database("migrated");
        for (int run = 0; run < 2; run++) {
            CommandProcess migrated = migrate(url);
            assertEquals(0, migrated.exitCode(), migrated.errors());
            assertEquals(
                    "The database has the tables of this version. Roles that may use them: only their owner\n",
                    migrated.errors());
            assertEquals(0, Files.size(migrated.output()));
        }
        assertEquals("brand", value(url, TABLE));
        assertEquals("0", value(url, "select count(*) from brand"));
    }

    @Test
    void failedMigrationIsExplainedInOneLine() throws Exception {
        String url = database("changed_migration");
        assertEquals(0, migrate(url).exitCode());
        execute(url, "update flyway_schema_history set checksum = 2 where version = '1'");
        assertFails(url, "The database is incompatible with this version: migration 1 has been changed since");

        String forbidden = database("forbidden");
        execute(forbidden, "create role nobody_in_particular login");
        assertFails(
                forbidden.replace("user=postgres", "user=nobody_in_particular"),
                "The database cannot be migrated: ERROR: permission denied");

        assertFails(PostgresProcess.url("none", FreePort.find()), "The database does not answer: ");

        CommandProcess arguments =
                CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", url), "migrate", "back");
        assertEquals(2, arguments.exitCode());
        assertTrue(arguments.errors().startsWith("Unexpected argument: back\n"), arguments.errors());
    }

    private static void assertFails(String url, String reason) throws Exception {
        CommandProcess failed = migrate(url);
        assertEquals(1, failed.exitCode(), failed.errors());
        String line = failed.errors().lines().reduce((first, last) -> last).orElse("");
        assertTrue(line.startsWith(reason), failed.errors());
        assertFalse(failed.errors().contains("\tat "), failed.errors());
    }
}
