package dev.rangefinder.engine;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Changes a generated catalogue at random. Some transactions begin early and end late, so that others overtake them.
 */
public final class RandomChanges implements AutoCloseable {

    private static final String MOMENT =
            "select revision || ' ' || (extract(epoch from changed_at) * 1000000)::bigint from catalogue";

    /** How long a change may wait for the transaction that ends late. */
    private static final int PATIENCE_MILLISECONDS = 300;

    private final DataSource database;
    private final List<Runnable> requests;
    private final Connection connection;
    private final Connection slow;
    private final SeededRandom draw;
    private final List<String> statements;

    /** Changes a catalogue by SQL alone. */
    static RandomChanges bySql(DataSource database, long seed) throws SQLException, IOException {
        return new RandomChanges(database, List.of(), seed);
    }

    /** Changes a catalogue by SQL, and by mutations and imports that are sent to the service. */
    public static RandomChanges of(GraphQLSchema schema, DataSource database, URI service, long seed)
            throws SQLException, IOException {
        SeededRandom draw = new SeededRandom(seed);
        RandomMutations mutations = new RandomMutations(schema, new RandomInputs(database, draw), draw);
        RandomImports imports = new RandomImports(service, draw);
        List<Runnable> requests = List.of(
                mutations::change,
                mutations::change,
                mutations::change,
                mutations::change,
                mutations::apply,
                imports::change,
                imports::revert);
        return new RandomChanges(database, requests, seed);
    }

    private RandomChanges(DataSource database, List<Runnable> requests, long seed) throws SQLException, IOException {
        this.database = database;
        this.requests = requests;
        this.connection = database.getConnection();
        this.slow = database.getConnection();
        this.draw = new SeededRandom(seed);
        String script = Files.readString(Path.of("src/test/resources/changes.sql"));
        this.statements = List.of(script.split("\n\n")).subList(1, script.split("\n\n").length);
        execute(connection, Files.readString(Path.of("src/bench/claim-all.sql")));
        execute(connection, "reset session_replication_role");
        execute(connection, "set lock_timeout = 100; select setseed(0." + seed + ')');
        execute(slow, "set lock_timeout = 100; select setseed(0.5" + seed + ')');
        slow.setAutoCommit(false);
    }

    /** Makes changes until one is stored, and returns the revision. */
    Moment change() throws SQLException {
        Moment before = moment();
        Moment after = before;
        while (after.equals(before)) {
            if (!requests.isEmpty() && draw.percent(60)) {
                overtake(draw.oneOf(requests));
            } else if (draw.percent(15)) {
                attempt(slow::commit);
                attempt(() -> execute(slow, draw.oneOf(statements)));
            } else {
                attempt(() -> execute(connection, draw.oneOf(statements)));
            }
            after = moment();
        }
        return after;
    }

    /** Makes a change while the transaction that ends late is open, unless the change has to wait for it. */
    private void overtake(Runnable change) throws SQLException {
        CompletableFuture<Void> made = CompletableFuture.runAsync(change);
        made.copy()
                .completeOnTimeout(null, PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)
                .join();
        if (!made.isDone()) {
            attempt(slow::commit);
        }
        made.join();
    }

    private interface Change {
        void make() throws SQLException;
    }

    /** A change that breaks a constraint, or has to wait for others, is not made. */
    private void attempt(Change change) throws SQLException {
        try {
            change.make();
        } catch (SQLException e) {
            slow.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Moment moment() throws SQLException {
        return moment(database);
    }

    /** The current revision of a database, as it is read once another one has followed. */
    public static Moment moment(DataSource database) throws SQLException {
        String[] state = TestDatabase.text(database, MOMENT).split(" ");
        return new Moment(Long.parseLong(state[0]), Long.parseLong(state[1]), true);
    }

    @Override
    public void close() throws SQLException {
        slow.rollback();
        slow.setAutoCommit(true);
        connection.close();
        slow.close();
    }
}
