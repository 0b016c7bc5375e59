package dev.rangefinder.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL server that follows another one by streaming replication, created from a backup of its files. */
public final class StreamingReplica {

    /** Files of the running server that a backup omits. The write-ahead log is omitted as well: it is streamed. */
    private static final Set<String> FILES_OF_THE_SERVER = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private static final String CONFLICT = "40001";

    private final Path directory;
    private final String url;
    private final int port;
    private boolean killed;

    private StreamingReplica(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.url = server.getJdbcUrl("postgres", "postgres");
        this.port = server.getPort();
    }

    /** Starts a replica of a running server. */
    public static StreamingReplica of(String primaryUrl) throws IOException, SQLException {
        Path directory = EmbeddedDatabase.newDirectory();
        try (Connection primary = DriverManager.getConnection(primaryUrl)) {
            backUp(primary, directory);
        }
        int port = Integer.parseInt(primaryUrl.replaceFirst(".*:(\\d+)/.*", "$1"));
        Files.createFile(directory.resolve("standby.signal"));
        Files.writeString(
                directory.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n"
                        // A statement that conflicts with a change is cancelled soon
                        + "max_standby_streaming_delay = 100ms\n",
                StandardOpenOption.APPEND);
        return new StreamingReplica(directory, server(directory).start());
    }

    private static EmbeddedPostgres.Builder server(Path directory) {
        return EmbeddedDatabase.server(directory).setCleanDataDirectory(false);
    }

    /** Does what pg_basebackup does, which the PostgreSQL for tests lacks. */
    private static void backUp(Connection primary, Path directory) throws IOException, SQLException {
        Path data = Path.of(text(primary, "show data_directory"));
        text(primary, "select pg_backup_start('replica', true)");
        Files.walkFileTree(data, new Copy(data, directory));
        Files.writeString(
                directory.resolve("backup_label"), text(primary, "select labelfile from pg_backup_stop(false)"));
    }

    /** Copies files that may change or disappear while they are copied. */
    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
            if (!source.equals(from)) {
                Files.createDirectory(to.resolve(from.relativize(source)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
            Path relative = from.relativize(source);
            if (!relative.startsWith("pg_wal") && !FILES_OF_THE_SERVER.contains(relative.toString())) {
                Files.copy(source, to.resolve(relative));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path source, IOException failure) throws IOException {
            if (Files.exists(source)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** The JDBC URL of its database, including the user. */
    public String url() {
        return url;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Pauses the replay: changes still arrive, but are not visible. */
    public void pause() throws SQLException {
        query("select pg_wal_replay_pause()");
        while (!query("select pg_get_wal_replay_pause_state()").equals("paused")) {
            Thread.onSpinWait();
        }
    }

    /** Resumes the replay. */
    public void resume() throws SQLException {
        query("select pg_wal_replay_resume()");
    }

    /** Receives no more changes. */
    public void detach() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set primary_conninfo = ''");
            statement.execute("select pg_reload_conf()");
        }
        while (!query("select count(*) from pg_stat_wal_receiver").equals("0")) {
            Thread.onSpinWait();
        }
    }

    /** Makes it the primary. */
    public void promote() throws SQLException {
        query("select pg_promote()");
    }

    /** Kills it with all its processes. */
    public void kill() throws IOException {
        long process = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        ProcessHandle server = ProcessHandle.of(process).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(one -> one.onExit().join());
        killed = true;
    }

    /** Starts it if it was killed, and resumes the replay. */
    public void restore() throws IOException, SQLException {
        if (killed) {
            Files.delete(directory.resolve("epg-lock")); // held by this JVM
            server(directory).setPort(port).start();
            killed = false;
        }
        resume();
    }

    /** Returns the text that a query selects on it. A query that conflicts with the replication is run again. */
    public String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return text(connection, sql);
        } catch (SQLException e) {
            if (!CONFLICT.equals(e.getSQLState())) {
                throw e;
            }
        }
        return query(sql);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
