package dev.rangefinder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postgresql.util.PSQLException;

/** A connection of a test that changes the catalogue by SQL in transactions. */
public final class Writer implements AutoCloseable {

    private static final String WAITING =
            "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))";

    private final Connection connection;

    /** Connects with a lock timeout that is longer than any test needs. */
    public Writer() throws SQLException {
        connection = CatalogueData.connect();
        execute("set lock_timeout = '10s'");
        connection.setAutoCommit(false);
    }

    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row of a query. */
    public String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** The revision that the transaction sees. */
    public long revision() throws SQLException {
        return Long.parseLong(text("select revision from catalogue"));
    }

    /** Does what the commit does, up to the commit itself. */
    public void prepare() throws SQLException {
        execute("set constraints all immediate");
        execute("set constraints all deferred");
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    /** Starts statements in another thread, and the commit after them, which can wait for other writers. */
    public CompletableFuture<Void> commitInBackground(String... statements) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (String statement : statements) {
                    execute(statement);
                }
                commit();
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Waits until another transaction waits for this one. */
    public void awaitWaiting() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> text(WAITING).equals("t"));
    }

    /** The constraint that the transaction violates. */
    public static String violation(CompletableFuture<Void> commit) {
        CompletionException failure = assertThrows(CompletionException.class, commit::join);
        return constraintOf((PSQLException) failure.getCause());
    }

    /** The constraint that the transaction violates when it is committed. */
    public String violationAtCommit() {
        return constraintOf(assertThrows(PSQLException.class, this::commit));
    }

    private static String constraintOf(PSQLException rejection) {
        return String.valueOf(rejection.getServerErrorMessage().getConstraint());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
