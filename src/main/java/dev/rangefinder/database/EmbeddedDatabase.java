package dev.rangefinder.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL server that runs exactly as long as this JVM, on a free port and in a new temporary directory, independent of
 * earlier and parallel runs.
 */
public final class EmbeddedDatabase {

    /**
     * Stops the server and removes its directory when the JVM has ended. The JVM holds the other end of this script's standard
     * input, which the operating system closes however the JVM ends; a shutdown hook would not run after kill -9. Signals are
     * ignored because Ctrl-C reaches every process of the terminal.
     */
    private static final String WATCHDOG = """
            trap '' INT TERM HUP
            read -r _
            if pid=$(head -n 1 "$1/postmaster.pid"); then
                kill -QUIT "$pid"
                while kill -0 "$pid"; do sleep 0.1; done
            fi
            rm -rf "$1"
            """;

    /** C.UTF-8, which has another name on macOS. */
    private static final String CHARACTER_TYPE = System.getProperty("os.name").startsWith("Mac") ? "UTF-8" : "C.UTF-8";

    private static final String NAME = "rangefinder-postgres-";

    private EmbeddedDatabase() {}

    /**
     * Starts a new server.
     *
     * @return the JDBC URL of its database, including the user
     */
    public static String start() {
        try {
            return start(Files.createTempDirectory(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory for PostgreSQL cannot be created", e);
        }
    }

    /**
     * Starts a new server in an empty directory, which is removed with the server.
     *
     * @return the JDBC URL of its database, including the user
     */
    public static String start(Path directory) {
        try {
            watch(directory);
            return server(directory).start().getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for dev mode and tests did not start", e);
        }
    }

    /** A new data directory, which is removed when the JVM has ended. */
    static Path newDirectory() throws IOException {
        Path directory = Files.createTempDirectory(NAME);
        watch(directory);
        return directory;
    }

    /** A server in a directory, not started yet. */
    static EmbeddedPostgres.Builder server(Path directory) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setRegisterShutdownHook(false)
                // The same collation on every machine, whatever locales it has
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // Trigrams consist of the characters that the operating system classifies as letters
                .setLocaleConfig("lc-ctype", CHARACTER_TYPE)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                // Its data need not survive a crash (the builder switches off fsync)
                .setServerConfig("full_page_writes", "off")
                // JDBC needs TCP only, and a socket in /tmp would be left behind
                .setServerConfig("unix_socket_directories", "");
    }

    private static void watch(Path directory) throws IOException {
        new ProcessBuilder("sh", "-c", WATCHDOG, "rangefinder-postgres-watchdog", directory.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
