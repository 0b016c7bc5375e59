package dev.rangefinder.lifecycle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Renames many brands at once, again and again, whatever happens to the database. */
final class Renaming implements AutoCloseable {

    private static final int PAUSE_MILLISECONDS = 100;

    private final String url;
    private final int brands;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile int revisions;
    private volatile boolean closed;

    /** Starts to rename a number of brands. */
    Renaming(String url, int brands) {
        this.url = url;
        this.brands = brands;
        thread.submit(this::repeat);
    }

    private Void repeat() throws InterruptedException {
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "set synchronous_commit = on"); // off by default in test servers, which may lose commits
                rename(statement);
            } catch (SQLException e) {
                Thread.sleep(PAUSE_MILLISECONDS); // the database is out of reach
            }
        }
        return null;
    }

    private void rename(Statement statement) throws SQLException, InterruptedException {
        while (!closed) {
            statement.execute("update brand set name = 'Name " + revisions + " of ' || slug where id in"
                    + " (select id from brand order by id desc limit " + brands + ")");
            revisions++;
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    /** Waits until there have been so many changes. */
    void await(int number) {
        ServiceClient.await().atMost(Duration.ofMinutes(4)).until(() -> revisions >= number);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        ServiceClient.await().until(thread::isTerminated);
    }
}
