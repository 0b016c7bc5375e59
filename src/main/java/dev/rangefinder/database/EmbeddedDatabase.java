package dev.rangefinder.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real PostgreSQL server that lives exactly as long as this JVM: on a free port, in a new temporary directory, so that
 * nothing an earlier or parallel run left behind can be in its way.
 */
public final class EmbeddedDatabase {

    /**
     * Ends the server and removes its directory once the JVM is gone. The JVM holds the other end of this script's
     * standard input, which the operating system closes however the JVM ended; a shutdown hook would miss a kill -9. The
     * signals are ignored because Ctrl-C reaches every process of the terminal.
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

    /** The locale C.UTF-8, which macOS has under another name. */
    private static final String LETTERS = System.getProperty("os.name").startsWith("Mac") ? "UTF-8" : "C.UTF-8";

    private static final String NAME = "rangefinder-postgres-";

    private EmbeddedDatabase() {}

    /**
     * Starts a new server.
     *
     * @return the JDBC URL of its database, which names the user as well
     */
    public static String start() {
        try {
            return start(Files.createTempDirectory(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for PostgreSQL", e);
        }
    }

    /**
     * Starts a new server in an empty directory, which goes with it.
     *
     * @return the JDBC URL of its database, which names the user as well
     */
    public static String start(Path directory) {
        try {
            watch(directory);
            return server(directory).start().getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for dev mode and tests did not start", e);
        }
    }

    /** A directory for the data of a server, which is removed with the server. */
    static Path newDirectory() throws IOException {
        Path directory = Files.createTempDirectory(NAME);
        watch(directory);
        return directory;
    }

    /** A server on a directory, not started yet. */
    static EmbeddedPostgres.Builder server(Path directory) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setRegisterShutdownHook(false)
                // The same collation on every machine, whatever locales it has
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // Trigrams are made of what the operating system takes for letters
                .setLocaleConfig("lc-ctype", LETTERS)
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
