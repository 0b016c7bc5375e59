package dev.rangefinder.lifecycle;

import dev.rangefinder.FreePort;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PgBouncer in transaction mode, with the settings of the operations page. */
final class PgBouncer implements AutoCloseable {

    private static final Path PROGRAM = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
            .map(directory -> Path.of(directory, "pgbouncer"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("pgbouncer"));

    private static final String SETTINGS = """
            [databases]
            * = host=127.0.0.1 port=%d user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = %d
            ignore_startup_parameters = extra_float_digits
            """;

    private final Process process;
    private final Path directory;
    private final int port = FreePort.find();

    /**
     * @param server the port of the server
     * @param sessions the maximum number of sessions
     */
    PgBouncer(int server, int sessions) throws IOException {
        directory = Files.createTempDirectory("rangefinder-pgbouncer-");
        Path settings = directory.resolve("pgbouncer.ini");
        Files.writeString(settings, SETTINGS.formatted(server, port, sessions));
        // It does not run as root
        String[] command = "root".equals(System.getProperty("user.name"))
                ? new String[] {"unshare", "-U", PROGRAM.toString(), settings.toString()}
                : new String[] {PROGRAM.toString(), settings.toString()};
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        ServiceClient.await().until(this::listens);
    }

    static boolean isAvailable() {
        return Files.isExecutable(PROGRAM);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IOException(log());
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    /** The URL of a database through the pooler. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + '/' + database + "?user=postgres";
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
        for (String file : new String[] {"pgbouncer.ini", "log", ""}) {
            Files.delete(directory.resolve(file));
        }
    }
}
