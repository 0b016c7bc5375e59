package dev.rangefinder.engine;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Changes a generated catalogue at random, by SQL. Some transactions begin early and end late, so that others overtake them. */
final class RandomChanges implements AutoCloseable {

    private static final String MOMENT =
            "select revision || ' ' || (extract(epoch from changed_at) * 1000000)::bigint from catalogue";

    private final DataSource database;
    private final Connection connection;
    private final Connection slow;
    private final SeededRandom draw;
    private final List<String> statements;

    RandomChanges(DataSource database, long seed) throws SQLException, IOException {
        this.database = database;
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
            if (draw.percent(15)) {
                attempt(slow::commit);
                attempt(() -> execute(slow, draw.oneOf(statements)));
            } else {
                attempt(() -> execute(connection, draw.oneOf(statements)));
            }
            after = moment();
        }
        return after;
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
    static Moment moment(DataSource database) throws SQLException {
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
