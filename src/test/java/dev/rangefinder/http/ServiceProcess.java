package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, on free ports. */
public final class ServiceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final InetSocketAddress address;
    private final InetSocketAddress management;

    private ServiceProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.address = new InetSocketAddress("localhost", port);
        this.management = new InetSocketAddress("localhost", managementPort);
    }

    /** Starts a process, and waits until it answers. Settings are environment variables. */
    public static ServiceProcess start(Map<String, String> settings) throws IOException, InterruptedException {
        return start(settings, Redirect.INHERIT);
    }

    /** Starts a process whose output goes elsewhere. */
    static ServiceProcess start(Map<String, String> settings, Redirect output)
            throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        Process process =
                builder(settings, port, managementPort).redirectOutput(output).start();
        ServiceProcess service = new ServiceProcess(process, port, managementPort);
        service.awaitReady();
        return service;
    }

    /** Starts a process that is expected to give up, and gives what it prints. */
    static String startInVain(Map<String, String> settings) throws IOException, InterruptedException {
        Process process = builder(settings, freePort(), freePort()).start();
        process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).thenAccept(Process::destroyForcibly);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), output);
        return output;
    }

    private static ProcessBuilder builder(Map<String, String> settings, int port, int managementPort)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("RANGEFINDER_"));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_HOST", "localhost");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return builder;
    }

    private static List<String> command() {
        if (Files.exists(JAR)) {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-jar",
                    JAR.toString());
        }
        return List.of(System.getProperty("native.image.path"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
            try {
                new Socket(address.getAddress(), address.getPort()).close();
                return;
            } catch (IOException e) {
                Thread.sleep(100); // not listening yet
            }
        }
        process.destroyForcibly();
        throw new IOException("The packaged service does not start.");
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where it tells its health. */
    InetSocketAddress management() {
        return management;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
