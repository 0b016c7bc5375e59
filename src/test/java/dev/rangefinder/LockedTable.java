package dev.rangefinder;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A table that is locked, so that operations that read it block until this is closed. */
public final class LockedTable implements AutoCloseable {

    private final String table;
    private final Connection holder;
    private final Connection watcher;

    /** Locks a table of the service. */
    public LockedTable(String table) throws SQLException {
        this(table, CatalogueData.connect(), CatalogueData.connect());
    }

    /** Locks a table of the database at a URL. */
    public LockedTable(String table, String url) throws SQLException {
        this(table, DriverManager.getConnection(url), DriverManager.getConnection(url));
    }

    private LockedTable(String table, Connection holder, Connection watcher) throws SQLException {
        this.table = table;
        this.holder = holder;
        this.watcher = watcher;
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }

    /** Waits until this number of operations is blocked. */
    public void awaitWaiting(int operations) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> waiting() == operations);
    }

    private int waiting() throws SQLException {
        try (Statement statement = watcher.createStatement();
                ResultSet result = statement.executeQuery(
                        "select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
        watcher.close();
    }
}
