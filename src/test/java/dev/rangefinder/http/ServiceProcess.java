package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged service in a separate process on free ports. It is killed when the JVM of the tests ends. */
public final class ServiceProcess implements AutoCloseable {

    /** The package for a JVM. */
    public static final Path APPLICATION = Path.of("target", "quarkus-app");

    private static final Path EXECUTABLE = Path.of(System.getProperty("native.image.path", "target/none"));

    /** The JVM of the tests holds the other end of the standard input, which is closed however that JVM ends. */
    private static final String WATCHDOG = """
            trap '' INT TERM HUP
            read -r _
            kill -9 "$1"
            """;

    private final Process process;
    private final Process watchdog;
    private final Path log;
    private final int port;
    private final int managementPort;

    private ServiceProcess(List<String> command, Map<String, String> settings) throws IOException {
        port = FreePort.find();
        managementPort = FreePort.find();
        log = Files.createTempFile("rangefinder-", ".log");
        log.toFile().deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(Redirect.to(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("RANGEFINDER_"));
        builder.environment().put("RANGEFINDER_SHUTDOWN_DELAY", "0S");
        builder.environment().put("QUARKUS_HTTP_HOST", "localhost");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().putAll(settings);
        process = builder.start();
        watchdog = new ProcessBuilder(
                        "sh", "-c", WATCHDOG, "rangefinder-service-watchdog", Long.toString(process.pid()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /** Starts a process, and waits until it answers. The settings are environment variables. */
    public static ServiceProcess start(Map<String, String> settings) throws IOException, InterruptedException {
        ServiceProcess service = launch(settings);
        service.awaitAnswer();
        return service;
    }

    /** Waits until the start has failed, as expected, and returns the output. */
    String outputOfFailedStart() throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), this::output);
        assertEquals(1, process.exitValue(), this::output);
        return output();
    }

    /** Starts a process without waiting for it. */
    public static ServiceProcess launch(Map<String, String> settings) throws IOException {
        return new ServiceProcess(
                isExecutable() ? List.of(EXECUTABLE.toString()) : command(APPLICATION, "256m"), settings);
    }

    /** The command that starts the package, without arguments. */
    public static List<String> command(String maxHeap) throws IOException {
        return isExecutable() ? List.of(EXECUTABLE.toString(), "-Xmx" + maxHeap) : command(APPLICATION, maxHeap);
    }

    /** Starts a process of another package, and waits until it answers. */
    public static ServiceProcess start(Path application, Map<String, String> settings)
            throws IOException, InterruptedException {
        ServiceProcess service = new ServiceProcess(command(application, "256m"), settings);
        service.awaitAnswer();
        return service;
    }

    /** Whether the latest build is a native executable. An older package for a JVM may still exist. */
    public static boolean isExecutable() throws IOException {
        Path jar = jar(APPLICATION);
        return Files.exists(EXECUTABLE)
                && (!Files.exists(jar)
                        || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(EXECUTABLE)) < 0);
    }

    private static Path jar(Path application) {
        return application.resolve("quarkus-run.jar");
    }

    private static List<String> command(Path application, String maxHeap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of(System.getProperty("tests.jvm-options", "-XX:TieredStopAtLevel=1")
                        .split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-Xmx" + maxHeap, "-jar", jar(application).toString()));
        return command;
    }

    /**
     * Waits until it answers. An accepted connection is not enough: the service briefly listens to check that its port
     * is free.
     */
    public void awaitAnswer() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
            if (answers()) {
                return;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("The packaged service does not start: " + output());
    }

    private boolean answers() throws IOException {
        HttpURLConnection request = (HttpURLConnection) graphQL().toURL().openConnection();
        try {
            return request.getResponseCode() > 0;
        } catch (IOException e) {
            return false; // not yet
        } finally {
            request.disconnect();
        }
    }

    /** The address of the service. */
    public InetSocketAddress address() {
        return new InetSocketAddress("localhost", port);
    }

    /** The GraphQL endpoint. */
    public URI graphQL() {
        return URI.create("http://localhost:" + port + "/graphql");
    }

    /** The health probe of a kind: started, live or ready. */
    public URI health(String kind) {
        return URI.create("http://localhost:" + managementPort + "/q/health/" + kind);
    }

    /** Its log so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operating system process. */
    public Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().destroyForcibly();
        watchdog.destroyForcibly();
    }
}
