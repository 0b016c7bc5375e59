package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.ServiceClient.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Dev mode in a copy of the project, started by the command of the README. */
final class DevMode implements AutoCloseable {

    private final Path project;
    private final Path log;
    private final int port;
    private final Process process;

    /** Starts in an empty directory, without waiting. */
    DevMode(Path project, int port, int managementPort) throws IOException {
        this.project = project;
        this.port = port;
        this.log = project.resolve("log");
        for (String part : List.of("pom.xml", "mvnw", ".mvn", "src/main")) {
            copy(Path.of(part));
        }
        process = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "quarkus:dev",
                        "-Ddebug=false",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + managementPort)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void copy(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.toList()) {
                Path copy = project.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Waits until the output contains a text. */
    void awaitOutput(String text) {
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            assertTrue(process.isAlive(), this::output);
            return output().contains(text);
        });
    }

    /** The command lines of all processes that it has started. */
    List<String> processes() {
        return process.descendants()
                .map(one -> one.info().commandLine().orElse(""))
                .toList();
    }

    URI resolve(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }

    /** Replaces a text in a file of the project, as an editor does. */
    void edit(Path file, String text, String replacement) throws IOException {
        String content = Files.readString(project.resolve(file));
        assertTrue(content.contains(text), text);
        Files.writeString(project.resolve(file), content.replace(text, replacement));
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        all.forEach(one -> one.onExit().join());
    }
}
