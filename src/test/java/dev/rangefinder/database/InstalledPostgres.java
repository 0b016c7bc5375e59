package dev.rangefinder.database;

import dev.rangefinder.FreePort;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The PostgreSQL of the operating system, whose pg_dump fits its server. The PostgreSQL for tests has no pg_dump. */
public final class InstalledPostgres {

    /** Where Debian and its derivatives install each version. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private InstalledPostgres() {}

    /** The folder with the programs of the newest version that has both; empty when none is installed. */
    public static Optional<Path> find() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.sorted(
                            Comparator.comparing(InstalledPostgres::number).reversed())
                    .map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("pg_dump"))
                            && Files.isExecutable(programs.resolve("initdb")))
                    .findFirst();
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }

    /**
     * Starts a server in a new directory, which ends and is removed when the JVM has ended.
     *
     * @return the JDBC URL of its database, including the user
     */
    public static String start(Path programs) throws IOException, InterruptedException {
        String directory = EmbeddedDatabase.newDirectory().toString();
        await(run(programs, "initdb", "-D", directory, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"));
        return start(programs, directory, "");
    }

    /**
     * Starts a physical copy of a server, as a recovery does.
     *
     * @param name the name of its cluster
     * @return the JDBC URL of its database, including the user
     */
    public static String startCopy(Path programs, String server, String name) throws IOException, InterruptedException {
        String directory = EmbeddedDatabase.newDirectory().toString();
        String connection = server.substring("jdbc:".length());
        await(run(programs, "pg_basebackup", "-D", directory, "-c", "fast", "-d", connection));
        return start(programs, directory, name);
    }

    /**
     * Starts a read replica of a server.
     *
     * @return the JDBC URL of its database, including the user
     */
    public static String startReplica(Path programs, String server) throws IOException, InterruptedException {
        String directory = EmbeddedDatabase.newDirectory().toString();
        await(run(
                programs,
                "pg_basebackup",
                "-D",
                directory,
                "-R",
                "-c",
                "fast",
                "-d",
                server.substring("jdbc:".length())));
        return start(programs, directory, "");
    }

    private static String start(Path programs, String directory, String name) throws IOException {
        int port = FreePort.find();
        run(
                programs,
                "postgres",
                "-D",
                directory,
                "-p",
                Integer.toString(port),
                "-k",
                "",
                "-c",
                "fsync=off",
                "-c",
                "cluster_name=" + name);
        String url = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers(url));
        return url;
    }

    private static void await(Process process) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IOException(process.info() + " has failed: " + process.exitValue());
        }
    }

    /** PostgreSQL does not run as root. */
    private static Process run(Path programs, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static boolean answers(String url) {
        try {
            DriverManager.getConnection(url).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
