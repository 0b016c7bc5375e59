package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.BrandRows;
import dev.rangefinder.MetricsScrape;
import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.database.StreamingReplica;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import dev.rangefinder.identity.Role;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** The packaged service on a database with one replica. */
final class ReplicatedService implements AutoCloseable {

    /** The time that an operation waits for a revision that the primary does not show yet. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String url = EmbeddedDatabase.start();
    private final Issuer issuer = new Issuer();
    private final StreamingReplica replica;
    private final ServiceProcess process;
    private final Connection primary;

    ReplicatedService() throws IOException, InterruptedException, SQLException {
        replica = StreamingReplica.of(url);
        process = start(Duration.ofHours(1));
        primary = connect();
    }

    /** Starts a process of the service with a maximum lag of the replica. */
    ServiceProcess start(Duration maxLag) throws IOException, InterruptedException {
        return ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                url,
                "RANGEFINDER_REPLICA_URL",
                replica.url(),
                "RANGEFINDER_REPLICA_MAX_LAG",
                maxLag.toString(),
                "RANGEFINDER_REPLICA_PATIENCE",
                PATIENCE.toString(),
                "RANGEFINDER_IDENTITY_ISSUER",
                issuer.url(),
                "RANGEFINDER_IDENTITY_AUDIENCE",
                AccessToken.AUDIENCE));
    }

    /** A client of the service. */
    Client client() {
        return new Client(process.graphQL());
    }

    /** The header of a caller who may change the catalogue. */
    String editor() {
        return issuer.token().with(Role.EDITOR).header();
    }

    /** The address of the service. */
    InetSocketAddress address() {
        return process.address();
    }

    /** A client of the readiness probe. */
    Client readiness() {
        return new Client(process.health("ready"));
    }

    /** The metrics of the service. */
    MetricsScrape metrics() {
        return MetricsScrape.of(process.health("ready").resolve("/q/"));
    }

    /** The replica of the database. */
    StreamingReplica replica() {
        return replica;
    }

    /** A connection to the primary whose commits are flushed immediately. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url + "&options=-csynchronous_commit=on");
    }

    /** Inserts or renames a brand, and returns the revision of the change. Called by one thread at a time. */
    long save(String slug, String name) throws SQLException {
        run(BrandRows.insert(
                "values ('" + slug + "', '" + name + "') on conflict (slug) do update set name = excluded.name"));
        return revision();
    }

    /** The revision of the primary. */
    long revision() throws SQLException {
        return Long.parseLong(query("select revision from catalogue"));
    }

    /** Returns the text that a query selects on the primary. */
    String query(String sql) throws SQLException {
        try (Statement statement = primary.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Runs a statement on the primary. */
    void run(String sql) throws SQLException {
        try (Statement statement = primary.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until the replica shows a revision. */
    void awaitReplica(long revision) throws Exception {
        await(() -> Long.parseLong(replica.query("select revision from catalogue")) >= revision);
    }

    /** Pauses the replica, waits until the service reads it, and returns the revision at which it was paused. */
    long awaitStaleAnswers() throws Exception {
        long paused = save("stale", "Fresh");
        awaitReplica(paused);
        replica.pause();
        save("stale", "Stale");
        await(() -> revisionOf(client().query("{brand(slug: \"stale\") {name}}")) == paused);
        return paused;
    }

    /** The revision from which an answer was read. */
    static long revisionOf(Client.Reply reply) {
        return Long.parseLong(reply.header("catalogue-revision"));
    }

    /** Waits until a condition is true. */
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "the condition is still false");
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws SQLException {
        process.close();
        primary.close();
        issuer.close();
    }
}
