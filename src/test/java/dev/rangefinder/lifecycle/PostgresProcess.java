package dev.rangefinder.lifecycle;

import dev.rangefinder.database.EmbeddedDatabase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that tests can kill and restart. */
final class PostgresProcess {

    private static final PostgresProcess SHARED = start();

    private final String url;
    private final int port;
    private final Path directory;

    PostgresProcess(String url) throws SQLException {
        this.url = url;
        this.port = URI.create(url.substring("jdbc:".length())).getPort();
        this.directory = Path.of(value(url, "show data_directory"));
    }

    private static PostgresProcess start() {
        try {
            return new PostgresProcess(EmbeddedDatabase.start());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shared server, on which each test has its own database. */
    static PostgresProcess shared() {
        return SHARED;
    }

    /** Creates an empty database. */
    void create(String name) throws SQLException {
        execute(url, "create database " + name);
    }

    /** The URL of one of its databases. */
    String url(String database) {
        return url(database, port);
    }

    /** The URL of one of its databases through another port. */
    static String url(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + '/' + database + "?user=postgres";
    }

    int port() {
        return port;
    }

    /** Kills all processes of the server, as the kernel does when it runs out of memory. */
    void kill() throws IOException {
        List<ProcessHandle> processes =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                                .get(0)))
                        .stream()
                        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
                        .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join());
    }

    /** Restarts it with its original options. */
    void restart() throws IOException, InterruptedException {
        // PostgreSQL does not run as root
        String shell = "exec " + ("root".equals(System.getProperty("user.name")) ? "unshare -U " : "")
                + Files.readString(directory.resolve("postmaster.opts")).strip();
        new ProcessBuilder("sh", "-c", shell)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!answers()) {
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL does not restart.");
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try {
            return value(url, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The text that a query selects. */
    static String value(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
