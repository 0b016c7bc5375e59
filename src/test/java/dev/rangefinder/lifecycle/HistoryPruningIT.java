package dev.rangefinder.lifecycle;

import static dev.rangefinder.database.DatabaseRoles.OWNER;
import static dev.rangefinder.database.DatabaseRoles.READER;
import static dev.rangefinder.database.DatabaseRoles.SERVICE;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.mutate;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.MetricsScrape;
import dev.rangefinder.database.DatabaseRoles;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import dev.rangefinder.identity.Role;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two services keep the history of a day. Revision 1 is the founding catalogue, 2 cites a document, and each further one up to 6 renames
 * it; all but the last two were replaced two days ago.
 */
@Timeout(300)
@Tag("faults")
class HistoryPruningIT {

    private static final int OLDEST = 4;
    private static final String PRUNED = "The history of the catalogue begins with revision " + OLDEST + '.';
    private static final String KEPT = "query @asOf(revision: " + OLDEST + ") {brands {nodes {name}}"
            + " citation(key: \"P\") {title version claims {totalCount}} catalogue {revision}}";
    private static final String CHANGES = "{changes(%s) {edges {cursor node {revision}}}}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Issuer issuer;
    private static DatabaseRoles roles;
    private static ServiceProcess service;
    private static ServiceProcess other;
    private static String before;
    private static String cursor;

    @BeforeAll
    static void prune() throws Exception {
        issuer = new Issuer();
        roles = DatabaseRoles.ofOperationsPage();
        roles.migrate();
        service = service();
        change("citeDocument(input: {key: \"P\", title: \"Title 2\"})", 2);
        for (int version = 1; version < 5; version++) {
            change(revision("expectedVersion: " + version + ", title: \"Title " + (version + 2) + '"'), version + 2);
        }
        before = body(KEPT);
        cursor = query(service, CHANGES.formatted("last: 4")).json().getString("data.changes.edges[0].cursor");
        roles.execute(OWNER, "update history.log set at = at - interval '2 days' where revision <= " + OLDEST);
        other = service();
        await().until(() ->
                roles.value(READER, "select min(revision) from history.log").equals(Integer.toString(OLDEST)));
    }

    @AfterAll
    static void stop() {
        service.close();
        other.close();
        issuer.close();
    }

    private static ServiceProcess service() throws Exception {
        ServiceProcess started = ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL", roles.url(SERVICE),
                "RANGEFINDER_IDENTITY_ISSUER", issuer.url(),
                "RANGEFINDER_IDENTITY_AUDIENCE", AccessToken.AUDIENCE,
                "RANGEFINDER_MIGRATION_AT_START", "false",
                "RANGEFINDER_HISTORY_KEEP", "1D",
                "RANGEFINDER_HISTORY_BATCH", "100",
                "RANGEFINDER_HISTORY_INTERVAL", "200MS",
                "RANGEFINDER_HISTORY_PAUSE", "10MS"));
        awaitReady(started);
        return started;
    }

    private static String revision(String fields) {
        return "reviseCitation(input: {citation: \"P\", " + fields + "})";
    }

    private static Reply send(String mutation, String selection) throws Exception {
        String administrator = issuer.token().with(Role.EDITOR).with(Role.ADMIN).header();
        return mutate(service, "mutation {" + mutation + " {" + selection + "}}", administrator);
    }

    private static void change(String mutation, int revision) throws Exception {
        Reply reply = send(mutation, "revision errors {... on ChangeError {message}}");
        assertEquals(revision, reply.json().getInt("data." + mutation.split("\\(")[0] + ".revision"), reply::toString);
    }

    private static String body(String document) throws Exception {
        return query(service, document).response().body();
    }

    private static void assertPruned(Reply reply) {
        assertEquals("HISTORY_PRUNED", reply.json().getString("errors[0].extensions.code"), reply::toString);
        assertEquals(PRUNED, reply.json().getString("errors[0].message"));
    }

    @Test
    void promisedRevisionIsReadAsBeforeAndEarlierOnesAreRefused() throws Exception {
        for (ServiceProcess one : List.of(service, other)) {
            assertEquals(before, query(one, KEPT).response().body());
            for (String moment :
                    List.of("revision: 0", "revision: " + (OLDEST - 1), "knownAt: \"2001-02-03T04:05:06Z\"")) {
                assertPruned(query(one, "query @asOf(" + moment + ") {brands {totalCount}}"));
            }
            assertEquals(
                    OLDEST, query(one, "{catalogue {oldestRevision}}").json().getInt("data.catalogue.oldestRevision"));
        }
        assertEquals("0", roles.value(READER, "select count(*) from history.entry where id < 4::bigint << 24"));
        assertEquals("0", roles.value(READER, "select count(*) from history.brand"));
    }

    @Test
    void listsOfChangesBeginWithTheOldestOne() throws Exception {
        assertEquals(
                List.of(4, 5, 6),
                query(service, CHANGES.formatted("first: 9")).json().getList("data.changes.edges.node.revision"));
        assertEquals(
                List.of(4, 5, 6),
                query(service, CHANGES.formatted("since: 3")).json().getList("data.changes.edges.node.revision"));
        assertEquals(
                List.of(6, 5, 4),
                query(service, "{citation(key: \"P\") {history {nodes {revision}}}}")
                        .json()
                        .getList("data.citation.history.nodes.revision"));
    }

    @Test
    void continuingBeforeTheOldestChangeIsRefused() throws Exception {
        assertPruned(query(service, CHANGES.formatted("since: 2")));
        assertPruned(query(service, CHANGES.formatted("after: \"" + cursor + '"')));
        assertPruned(query(service, CHANGES.formatted("last: 1, before: \"" + cursor + '"')));
        assertPruned(events("catalogueChanged(since: 2)", "none", "none"));
        assertPruned(events("catalogueChanged(after: \"" + cursor + "\")", "none", "none"));
        assertPruned(events("catalogueChanged", "last-event-id", cursor));
    }

    /** Whatever its bytes would mean in another connection. */
    @Test
    void cursorOfAnotherConnectionIsInvalid() throws Exception {
        String ofBrands =
                query(service, "{brands(first: 1) {edges {cursor}}}").json().getString("data.brands.edges[0].cursor");
        for (String other : List.of("nonsense", "A".repeat(24), ofBrands)) {
            assertInvalid(query(service, CHANGES.formatted("after: \"" + other + '"')));
            assertInvalid(query(service, CHANGES.formatted("last: 1, before: \"" + other + '"')));
            assertInvalid(query(service, "{citation(key: \"P\") {history(after: \"" + other + "\") {totalCount}}}"));
            assertInvalid(events("catalogueChanged(after: \"" + other + "\")", "none", "none"));
        }
        assertInvalid(query(service, "{citation(key: \"P\") {history(after: \"" + cursor + "\") {totalCount}}}"));
    }

    private static void assertInvalid(Reply reply) {
        assertEquals("INVALID_CURSOR", reply.json().getString("errors[0].extensions.code"), reply::toString);
    }

    private static Reply events(String field, String header, String value) throws Exception {
        String document = URLEncoder.encode("subscription {" + field + " {cursor}}", StandardCharsets.UTF_8);
        return new Reply(HTTP.send(
                HttpRequest.newBuilder(URI.create(service.graphQL() + "?query=" + document))
                        .header("accept", "text/event-stream")
                        .header(header, value)
                        .build(),
                BodyHandlers.ofString()));
    }

    @Test
    void importBeforeTheOldestRevisionCannotBeReverted() throws Exception {
        Reply reply = send(
                "revertImport(input: {revision: 1})",
                "errors {__typename ... on HistoryPruned {code message path oldestRevision}}");
        assertEquals(
                Map.of(
                        "__typename",
                        "HistoryPruned",
                        "code",
                        "HISTORY_PRUNED",
                        "message",
                        PRUNED,
                        "path",
                        List.of("input", "revision"),
                        "oldestRevision",
                        OLDEST),
                reply.json().getMap("data.revertImport.errors[0]"),
                reply::toString);
    }

    @Test
    void editorLearnsWhatHasChangedSinceAKeptVersion() throws Exception {
        assertEquals(List.of("title"), changedSince(3));
        assertEquals(null, changedSince(1));
    }

    private static List<String> changedSince(int version) throws Exception {
        Reply reply = send(
                revision("expectedVersion: " + version + ", title: \"Stale\""),
                "errors {... on StaleVersion {currentVersion changed}}");
        assertEquals(5, reply.json().getInt("data.reviseCitation.errors[0].currentVersion"), reply::toString);
        return reply.json().getList("data.reviseCitation.errors[0].changed");
    }

    @Test
    void listOfChangesIsNotCached() throws Exception {
        assertEquals("private, no-store", cacheControl(CHANGES.formatted("first: 1")));
        assertEquals("private, no-store", cacheControl("{catalogue {oldestRevision}}"));
        assertEquals("private, no-cache", cacheControl(KEPT));
    }

    private static String cacheControl(String document) throws Exception {
        return query(service, document)
                .response()
                .headers()
                .firstValue("cache-control")
                .orElse("");
    }

    @Test
    void deletedRowsAreCounted() {
        double rows = 0;
        for (ServiceProcess one : List.of(service, other)) {
            MetricsScrape scrape = MetricsScrape.of(one.health("ready").resolve("/q/"));
            rows += scrape.sum("rangefinder_history_pruned_total");
            await().until(() ->
                    MetricsScrape.of(one.health("ready").resolve("/q/")).sum("rangefinder_history_oldest") == OLDEST);
        }
        assertTrue(rows > 100, rows + " rows");
    }
}
