package dev.rangefinder.lifecycle;

import static dev.rangefinder.database.DatabaseRoles.OWNER;
import static dev.rangefinder.database.DatabaseRoles.READER;
import static dev.rangefinder.database.DatabaseRoles.SERVICE;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.isReady;
import static dev.rangefinder.lifecycle.ServiceClient.mutate;
import static dev.rangefinder.lifecycle.ServiceClient.post;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.database.DatabaseRoles;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import dev.rangefinder.identity.Role;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The package with the roles of the operations page: one migrates, one serves and changes, and one only reads. */
@Tag("processes")
@Timeout(300)
class RolesIT {

    private static final String CITE = "mutation {citeDocument(input: {key: \"%s\", title: \"On roles\"}) {revision}}";
    private static final String IS_STORED = "{citation(key: \"%s\") {title}}";

    private static DatabaseRoles roles;
    private static Issuer issuer;

    @TempDir
    Path directory;

    @BeforeAll
    static void migrateAsOwner() throws Exception {
        issuer = new Issuer();
        roles = DatabaseRoles.ofOperationsPage();
        CommandProcess migrated = run(OWNER, "migrate");
        assertEquals(0, migrated.exitCode(), migrated.errors());
        assertTrue(migrated.errors().contains(": rangefinder_reader, rangefinder_service\n"), migrated.errors());
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    private static CommandProcess run(String role, String... arguments) throws Exception {
        return CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", roles.url(role)), arguments);
    }

    private static ServiceProcess service(String role) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "RANGEFINDER_DATABASE_URL",
                roles.url(role),
                "RANGEFINDER_IDENTITY_ISSUER",
                issuer.url(),
                "RANGEFINDER_IDENTITY_AUDIENCE",
                AccessToken.AUDIENCE,
                "RANGEFINDER_MIGRATION_AT_START",
                "false"));
        settings.put("RANGEFINDER_CATALOGUE_LOAD", Boolean.toString(role.equals(SERVICE)));
        ServiceProcess service = ServiceProcess.start(settings);
        awaitReady(service);
        return service;
    }

    private static String administrator() {
        return issuer.token().with(Role.ADMIN).header();
    }

    private static String title(ServiceProcess service, String citation) throws Exception {
        return query(service, IS_STORED.formatted(citation)).json().getString("data.citation.title");
    }

    @Test
    void serviceServesChangesAndImports() throws Exception {
        try (ServiceProcess service = service(SERVICE)) {
            assertEquals("14", query(service, "{brands {totalCount}}").json().getString("data.brands.totalCount"));
            Reply cited = mutate(service, CITE.formatted("R-1"), administrator());
            assertTrue(cited.json().getInt("data.citeDocument.revision") > 1, cited::toString);
            Reply imported = post(
                    service.graphQL().resolve("/import"),
                    "application/yaml",
                    "citations: [{key: R-2, title: On roles}]",
                    administrator());
            assertEquals(200, imported.status(), imported::toString);
            assertEquals("On roles", title(service, "R-1"));
            assertEquals("On roles", title(service, "R-2"));
        }
        Path file = Files.writeString(directory.resolve("roles.yaml"), "citations: [{key: R-3, title: On roles}]");
        CommandProcess imported = run(SERVICE, "import", file.toString());
        assertEquals(0, imported.exitCode(), imported.errors());
        assertEquals(
                "alice citeDocument, alice import, rangefinder_service import",
                roles.value(
                        READER,
                        "select string_agg(subject || ' ' || operation, ', ' order by l.revision) from history.log l"
                                + " join history.entry e using (subject) where e.id >> 24 = l.revision"
                                + " and e.citation_id in (select id from citation where key like 'R-_')"));
    }

    /** The command commits the tables before the privileges. */
    @Test
    void serviceWaitsForItsPrivileges() throws Exception {
        roles.execute("postgres", "create database unshared owner " + OWNER);
        DatabaseRoles unshared = roles.database("unshared");
        Flyway.configure().dataSource(unshared.url(OWNER), null, null).load().migrate();
        try (ServiceProcess service = ServiceProcess.start(
                Map.of("RANGEFINDER_DATABASE_URL", unshared.url(SERVICE), "RANGEFINDER_MIGRATION_AT_START", "false"))) {
            await().until(() -> service.output().contains("The service waits until the command migrate"));
            assertFalse(isReady(service));
            unshared.execute(OWNER, "select grant_access()");
            awaitReady(service);
        }
    }

    @Test
    void serviceOwnsNothing() {
        for (String change : List.of(
                "update catalogue set revision = revision + 1",
                "update history.log set subject = 'nobody'",
                "delete from history.entry",
                "delete from flyway_schema_history",
                "truncate brand cascade",
                "alter table brand add column slogan text",
                "create table award (id bigint)")) {
            assertRefused(SERVICE, change);
        }
    }

    @Test
    void readerOnlyReads() throws Exception {
        try (ServiceProcess service = service(READER)) {
            assertTrue(query(service, "{markets {totalCount}}").json().getInt("data.markets.totalCount") >= 0);
            Reply refused = mutate(service, CITE.formatted("R-4"), administrator());
            assertEquals("UNAVAILABLE", refused.json().getString("errors[0].extensions.code"), refused::toString);
        }
        CommandProcess exported =
                run(READER, "export", directory.resolve("export.yaml").toString());
        assertEquals(0, exported.exitCode(), exported.errors());
        assertEquals("0", roles.value(READER, "select count(*) from citation where key = 'R-4'"));
        for (String change : List.of(
                "insert into citation (key, title) values ('R-5', 'On roles')",
                "delete from brand",
                "update history.log set subject = 'nobody'",
                "create table award (id bigint)")) {
            assertRefused(READER, change);
        }
    }

    private static void assertRefused(String role, String change) {
        SQLException refused = assertThrows(SQLException.class, () -> roles.execute(role, change), change);
        assertEquals("42501", refused.getSQLState(), () -> change + ": " + refused.getMessage());
    }
}
