package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.execute;
import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.mutate;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import dev.rangefinder.identity.Role;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A version starts on a database that another version has migrated. */
@Timeout(300)
@Tag("faults")
class RollbackIT {

    private static final String BRANDS = "{brands {totalCount}}";
    private static final String FOUNDING_BRANDS = "14";

    /** A migration that is compatible with this version. */
    private static final String ADDITIVE = """
        alter table brand add column slogan text;
        alter table citation add column language_checked boolean not null default false;
        alter table launch alter column device_id drop not null;
        create table award (id bigint primary key, brand_id bigint not null references brand);
        """;

    /** The entry of Flyway for a migration of a later version. */
    private static final String LATER = """
        insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                           execution_time, success)
        values (1000, '1000', 'Of a later version', 'SQL', 'V1000__Of_a_later_version.sql', 1, 'postgres', 1, true);
        """;

    private final PostgresProcess postgres = PostgresProcess.shared();

    @TempDir
    private Path later;

    @Test
    void earlierVersionRunsBesideALaterOneThatHasMigrated() throws Exception {
        assumeFalse(ServiceProcess.isExecutable(), "an executable cannot be given another migration");
        copy(ServiceProcess.APPLICATION, later);
        addMigration(later, "V1000__Of_a_later_version.sql", ADDITIVE);
        Map<String, String> settings = Map.of("RANGEFINDER_DATABASE_URL", database("two_versions"));
        try (ServiceProcess before = ServiceProcess.start(settings);
                ServiceProcess after = ServiceProcess.start(later, settings);
                ServiceProcess restarted = ServiceProcess.start(settings)) {
            String newest = "select max(version::int) from flyway_schema_history";
            assertEquals("1000", value(settings.get("RANGEFINDER_DATABASE_URL"), newest));
            for (ServiceProcess service : List.of(before, after, restarted)) {
                awaitReady(service);
                assertEquals(FOUNDING_BRANDS, query(service, BRANDS).json().getString("data.brands.totalCount"));
            }
            assertTrue(
                    restarted.output().contains("A later version has migrated the database to 1000"),
                    restarted::output);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createLink(copy, file);
                }
            }
        }
    }

    private static void addMigration(Path application, String name, String sql) throws IOException {
        try (Stream<Path> jars = Files.list(application.resolve("app"))) {
            Path linked = jars.findFirst().orElseThrow();
            Path jar = linked.resolveSibling("copy.jar");
            Files.copy(linked, jar);
            try (FileSystem entries = FileSystems.newFileSystem(jar)) {
                Files.writeString(entries.getPath("db", "migration", name), sql);
            }
            Files.delete(linked);
            Files.move(jar, linked);
        }
    }

    @Test
    void historyOfALaterVersionIsAccepted() throws Exception {
        String repeatable = LATER.replace("(1000, '1000'", "(1001, null").replace("V1000__", "R__");
        String url = migrated("later", ADDITIVE + LATER + repeatable);
        try (Issuer issuer = new Issuer();
                ServiceProcess service = ServiceProcess.start(Map.of(
                        "RANGEFINDER_DATABASE_URL",
                        url,
                        "RANGEFINDER_IDENTITY_ISSUER",
                        issuer.url(),
                        "RANGEFINDER_IDENTITY_AUDIENCE",
                        AccessToken.AUDIENCE))) {
            awaitReady(service);
            assertEquals(FOUNDING_BRANDS, query(service, BRANDS).json().getString("data.brands.totalCount"));
            String editor = issuer.token().with(Role.ADMIN).header();
            for (String change : List.of(
                    "citeDocument(input: {key: \"L-1\", title: \"Later\"})",
                    "registerBrand(input: {slug: \"later\", name: \"Later\", makes: [CAMERAS],"
                            + " claims: [{citation: \"L-1\", states: \"all\"}]})")) {
                Reply changed = mutate(
                        service, "mutation {payload: " + change + " {errors {... on ChangeError {message}}}}", editor);
                assertEquals(List.of(), changed.json().getList("data.payload.errors"), changed::toString);
            }
            assertEquals("15", query(service, BRANDS).json().getString("data.brands.totalCount"));
        }
    }

    @Test
    void serviceThatWaitsForItsMigrationAcceptsALaterOne() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("RANGEFINDER_MIGRATION_AT_START", "false"));
        settings.put("RANGEFINDER_DATABASE_URL", migrated("later_awaited", ADDITIVE + LATER));
        try (ServiceProcess service = ServiceProcess.start(settings)) {
            awaitReady(service);
        }
        settings.put(
                "RANGEFINDER_DATABASE_URL",
                migrated("later_value", "alter table brand add column slogan text not null;" + LATER));
        try (ServiceProcess service = ServiceProcess.launch(settings)) {
            assertStartFails("column [slogan] in table [brand] needs a value that this version does not know", service);
        }
    }

    @Test
    void incompatibleMigrationOfALaterVersionIsReportedInOneLine() throws Exception {
        assertStartsFail(
                "column_gone",
                "alter table brand rename column makes to builds;" + LATER,
                "missing column [makes] in table [brand], because a later version migrated the database to 1000."
                        + " Start that version, or restore a backup made before.",
                "type_changed",
                "drop view asof.effect, validon.effect, asof_validon.effect cascade; alter table effect alter column statement type int using null;"
                        + LATER,
                "wrong column type encountered in column [statement] in table [effect]");
        assertStartsFail(
                "table_gone",
                "drop table figure cascade;" + LATER,
                "missing table [figure], because a later version",
                "unmapped_table_gone",
                "drop table citation_payer cascade;" + LATER,
                "relation \"citation_payer\" does not exist, because a later version");
        assertStartsFail(
                "value_needed",
                "alter table launch add column seller_code text not null;" + LATER,
                "column [seller_code] in table [launch] needs a value that this version does not know, because a later",
                "column_renamed",
                "alter table citation rename column title to heading;" + LATER,
                "missing column [title] in table [citation], because a later version");
    }

    @Test
    void unknownOrChangedMigrationIsReportedInOneLine() throws Exception {
        String advice = ". Start the version that migrated it, or use another database.";
        assertStartsFail(
                "changed",
                "update flyway_schema_history set checksum = 2 where version = '1'",
                "migration 1 has been changed since it was applied" + advice,
                "unknown",
                LATER.replace("'1000'", "'0.5'"),
                "migration 0.5 is unknown to this version" + advice);
        assertStartsFail(
                "left_out",
                "delete from flyway_schema_history where version = '1';" + LATER,
                "migration 1 was skipped before a later one" + advice,
                "without_history",
                "drop table flyway_schema_history",
                "it has tables but no migration history. Use an empty database.");
    }

    /** Starts two services at the same time, and checks that each stops with one line. */
    private void assertStartsFail(
            String oneName,
            String oneChange,
            String oneReason,
            String otherName,
            String otherChange,
            String otherReason)
            throws Exception {
        try (ServiceProcess one = launch(oneName, oneChange);
                ServiceProcess other = launch(otherName, otherChange)) {
            assertStartFails(oneReason, one);
            assertStartFails(otherReason, other);
        }
    }

    private ServiceProcess launch(String name, String change) throws Exception {
        return ServiceProcess.launch(Map.of("RANGEFINDER_DATABASE_URL", migrated(name, change)));
    }

    /** Lines before it are JSON objects of the log. */
    private static void assertStartFails(String reason, ServiceProcess service) throws InterruptedException {
        assertTrue(service.process().waitFor(90, TimeUnit.SECONDS), service::output);
        assertEquals(1, service.process().exitValue(), service::output);
        List<String> lines =
                service.output().lines().filter(line -> !line.startsWith("{")).toList();
        assertEquals(1, lines.size(), service::output);
        String line = lines.get(0);
        assertTrue(line.startsWith("The database is incompatible with this version: "), line);
        assertTrue(line.contains(reason), line);
        assertFalse(line.contains("repair"), line);
    }

    /** A database with the migrations of this version, and a change. */
    private String migrated(String name, String change) throws Exception {
        String url = database(name);
        Flyway.configure().dataSource(url, null, null).load().migrate();
        execute(url, change);
        return url;
    }

    private String database(String name) throws Exception {
        postgres.create(name);
        return postgres.url(name);
    }

    @Test
    void migratedDatabaseIsServedWithoutStartingFlywayAndHibernate() throws Exception {
        Map<String, String> settings = Map.of(
                "RANGEFINDER_DATABASE_URL", database("nothing_to_do"),
                "QUARKUS_LOG_CATEGORY__ORG_FLYWAYDB__LEVEL", "DEBUG",
                "QUARKUS_LOG_CATEGORY__IO_QUARKUS_HIBERNATE_ORM__LEVEL", "DEBUG");
        try (ServiceProcess first = ServiceProcess.start(settings)) {
            awaitReady(first);
            assertTrue(first.output().contains("org.flywaydb"), first::output);
            assertTrue(first.output().contains("Located 1 persistence units"), first::output);
        }
        try (ServiceProcess second = ServiceProcess.start(settings)) {
            awaitReady(second);
            assertEquals(FOUNDING_BRANDS, query(second, BRANDS).json().getString("data.brands.totalCount"));
            assertFalse(second.output().contains("org.flywaydb"), second::output);
            assertFalse(second.output().contains("Located 1 persistence units"), second::output);
        }
    }
}
