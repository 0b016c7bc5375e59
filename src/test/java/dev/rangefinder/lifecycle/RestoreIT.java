package dev.rangefinder.lifecycle;

import static dev.rangefinder.database.DatabaseRoles.OWNER;
import static dev.rangefinder.database.DatabaseRoles.READER;
import static dev.rangefinder.database.DatabaseRoles.SERVICE;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.mutate;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.database.DatabaseRoles;
import dev.rangefinder.database.InstalledPostgres;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import dev.rangefinder.identity.Role;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue is backed up and restored by the commands of the operations page. */
@Timeout(300)
@Tag("faults")
class RestoreIT {

    private static final String BRANDS = "{brands {nodes {name}}}";
    private static final String PAST = "query @asOf(revision: 1) {brands {nodes {name}} citations {totalCount}}";
    private static final String CITE = "mutation {citeDocument(input: {key: \"%s\", title: \"Restored\"}) {revision}}";
    private static final String ENTRIES = "select count(*) || ' ' || max(id) from history.entry";

    @TempDir
    Path directory;

    @Test
    void restoredCopyHasTheSameRowsAndRevisionsOfItsOwn() throws Exception {
        Optional<Path> programs = InstalledPostgres.find();
        assumeTrue(programs.isPresent(), "PostgreSQL with pg_dump is not installed");
        String server = InstalledPostgres.start(programs.get());
        DatabaseRoles original = DatabaseRoles.ofOperationsPage(server);
        migrate(original);
        try (Issuer issuer = new Issuer();
                ServiceProcess before = service(original, issuer)) {
            assertEquals(2, cite(before, issuer, "RS-1"));
            Reply answer = query(before, BRANDS);
            Reply past = query(before, PAST);
            assertEquals("1", header(past, "catalogue-revision"));

            DatabaseRoles copy = original.restoredCopy(programs.get(), directory);
            migrate(copy);
            assertEquals(original.value(READER, ENTRIES), copy.value(READER, ENTRIES));
            String tag;
            try (ServiceProcess restored = service(copy, issuer)) {
                Reply same = query(restored, BRANDS);
                assertEquals(answer.response().body(), same.response().body());
                assertEquals(
                        past.response().body(), query(restored, PAST).response().body());
                assertEquals("2", header(answer, "catalogue-revision"));
                assertEquals("3", header(same, "catalogue-revision"));
                tag = header(same, "etag");
                assertNotEquals(header(answer, "etag"), tag);
                assertEquals(-1, Files.mismatch(export(original), export(copy)));
                assertEquals(
                        "import, citeDocument, restore",
                        copy.value(READER, "select string_agg(operation, ', ' order by revision) from history.log"));

                // Both are at revision 3 now, and do not share an entity tag.
                assertEquals(3, cite(before, issuer, "RS-2"));
                assertNotEquals(header(query(before, BRANDS), "etag"), tag);
                assertEquals(4, cite(restored, issuer, "RS-3"));
                assertEquals("alice", copy.value(READER, "select subject from history.log where revision = 4"));
                tag = header(query(restored, BRANDS), "etag");
            }
            try (ServiceProcess restarted = service(copy, issuer)) {
                assertEquals(tag, header(query(restarted, BRANDS), "etag"));
            }
            assertFalse(before.output().contains("is a copy"), before::output);
        }
    }

    /** CloudNativePG recovers a cluster from its files, under another name. */
    @Test
    void recoveredClusterHasRevisionsOfItsOwn() throws Exception {
        Optional<Path> programs = InstalledPostgres.find();
        assumeTrue(programs.isPresent(), "PostgreSQL with pg_dump is not installed");
        String server = InstalledPostgres.start(programs.get());
        DatabaseRoles original = DatabaseRoles.ofOperationsPage(server);
        original.migrate();
        String copy = InstalledPostgres.startCopy(programs.get(), server, "recovered");
        DatabaseRoles recovered = original.onServer(copy);
        assertEquals("t", recovered.value(SERVICE, "select recognize_copy()"));
        assertEquals("1 restore", recovered.value(READER, "select revision || ' ' || operation from history.log"));
        assertEquals("f", original.value(SERVICE, "select recognize_copy()"));
        DatabaseRoles same = original.onServer(InstalledPostgres.startCopy(programs.get(), server, ""));
        assertEquals("f", same.value(SERVICE, "select recognize_copy()"));
    }

    private static void migrate(DatabaseRoles roles) throws Exception {
        CommandProcess migrated =
                CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", roles.url(OWNER)), "migrate");
        assertEquals(0, migrated.exitCode(), migrated.errors());
        assertTrue(migrated.errors().contains(READER + ", " + SERVICE), migrated.errors());
    }

    private static ServiceProcess service(DatabaseRoles roles, Issuer issuer) throws Exception {
        ServiceProcess service = ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                roles.url(SERVICE),
                "RANGEFINDER_IDENTITY_ISSUER",
                issuer.url(),
                "RANGEFINDER_IDENTITY_AUDIENCE",
                AccessToken.AUDIENCE,
                "RANGEFINDER_MIGRATION_AT_START",
                "false"));
        awaitReady(service);
        return service;
    }

    /** Changes the catalogue, and returns the revision of the change. */
    private static int cite(ServiceProcess service, Issuer issuer, String key) throws Exception {
        Reply cited = mutate(
                service, CITE.formatted(key), issuer.token().with(Role.EDITOR).header());
        assertEquals(200, cited.status(), cited::toString);
        return cited.json().getInt("data.citeDocument.revision");
    }

    private static String header(Reply reply, String name) {
        return reply.response().headers().firstValue(name).orElseThrow();
    }

    private static Path export(DatabaseRoles roles) throws Exception {
        CommandProcess exported =
                CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", roles.url(READER)), "export", "-");
        assertEquals(0, exported.exitCode(), exported.errors());
        return exported.output();
    }
}
