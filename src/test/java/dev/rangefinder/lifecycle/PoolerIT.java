package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The packaged service behind PgBouncer in transaction mode: it migrates and answers as usual, and leaves no state in
 * sessions that other clients use next.
 */
@Timeout(300)
@Tag("faults")
class PoolerIT {

    private static final String DATABASE = "pooled";
    private static final int SESSIONS = 3;

    /** Documents of several statements and of a single one. */
    private static final List<String> DOCUMENTS = List.of(
            "{brands {nodes {devices(first: 2) {nodes {launches {nodes {market {name}}}}}}}}",
            "{brand(slug: \"leica\") {name}}",
            "{catalogue {revision}}");

    /** The state of a session, except for the settings that PgBouncer sets for each client. */
    private static final String SESSION_STATE = """
        select 'setting ' || name || ' = ' || setting from pg_settings where source = 'session'
            and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings')
        union all select 'statement ' || statement from pg_prepared_statements
        union all select 'role ' || current_user where current_user <> session_user
        union all select 'advisory lock' from pg_locks where locktype = 'advisory'
        union all select 'open transaction: ' || query from pg_stat_activity
            where datname = current_database() and application_name <> 'onlooker' and state like 'idle in%'\
        """;

    private static PostgresProcess postgres;
    private static PgBouncer pooler;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(PgBouncer.isAvailable(), "pgbouncer is not installed");
        postgres = PostgresProcess.shared();
        postgres.create(DATABASE);
        pooler = new PgBouncer(postgres.port(), SESSIONS);
        service = ServiceProcess.launch(Map.of(
                "RANGEFINDER_DATABASE_URL", pooler.url(DATABASE),
                "RANGEFINDER_DATABASE_POOL_MODE", "transaction",
                "RANGEFINDER_CACHE_SIZE", "0",
                "RANGEFINDER_LIMITS_DEADLINE", "1S"));
        awaitReady(service);
    }

    @AfterAll
    static void end() throws Exception {
        if (service != null) {
            service.close();
            pooler.close();
        }
    }

    /** The state that is left in the sessions, each of which is assigned to another client. */
    private static Set<String> sessionState() throws SQLException {
        Set<String> sessionState = new TreeSet<>();
        Set<String> sessions = new TreeSet<>();
        List<Connection> clients = new ArrayList<>();
        try {
            for (int i = 0; i < SESSIONS; i++) {
                Connection client = DriverManager.getConnection(pooler.url(DATABASE)
                        + "&prepareThreshold=0&assumeMinServerVersion=14&ApplicationName=onlooker");
                clients.add(client);
                client.setAutoCommit(false);
                sessions.addAll(texts(client, "select pg_backend_pid()"));
                sessionState.addAll(texts(client, SESSION_STATE));
            }
        } finally {
            for (Connection client : clients) {
                client.close();
            }
        }
        assertEquals(SESSIONS, sessions.size(), "every client has another session");
        return sessionState;
    }

    private static List<String> texts(Connection client, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = client.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    @Test
    void sessionsAreCleanAfterMigrationsAndOperations() throws Exception {
        assertEquals(
                "1",
                value(postgres.url(DATABASE), "select revision from catalogue"),
                "the database is migrated and filled");
        for (int i = 0; i < 20; i++) { // more than the number of sessions
            for (String document : DOCUMENTS) {
                Reply answer = query(service, document);
                assertEquals(200, answer.status(), answer::toString);
            }
        }
        assertEquals(Set.of(), sessionState());
    }

    @Test
    void concurrentOperationsShareFewerSessions() throws Exception {
        try (LoadGenerator load = new LoadGenerator(() -> service, DOCUMENTS.get(0))) {
            await().until(() -> load.count(200) > 200);
            load.finish();
            assertEquals(load.replies().size(), load.count(200));
        }
        assertEquals(Set.of(), sessionState());
    }

    @Test
    void deadlineCancelsThroughThePooler() throws Exception {
        try (Connection lock = DriverManager.getConnection(postgres.url(DATABASE));
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table figure in access exclusive mode");
            Reply late = query(service, "{figures {totalCount}}");
            assertEquals("DEADLINE_EXCEEDED", late.json().getString("errors[0].extensions.code"), late::toString);
            assertEquals(
                    "0",
                    value(
                            postgres.url(DATABASE),
                            "select count(*) from pg_locks where not granted and relation = 'figure'::regclass"));
            lock.rollback();
        }
        assertEquals(Set.of(), sessionState());
        assertEquals(200, query(service, DOCUMENTS.get(0)).status());
    }

    @Test
    void serviceRecoversAfterTerminatedSessionsOfThePooler() throws Exception {
        assertEquals(200, query(service, DOCUMENTS.get(0)).status()); // now a session belongs to the service
        String process = value(postgres.url(DATABASE), """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'onlooker'\
            """);
        assertTrue(Integer.parseInt(process) > 0);
        await().until(() -> query(service, DOCUMENTS.get(0)).status() == 200);
        assertEquals(Set.of(), sessionState());
    }
}
