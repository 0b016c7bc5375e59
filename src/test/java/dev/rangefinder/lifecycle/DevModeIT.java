package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.Asking.ask;
import static dev.rangefinder.lifecycle.Asking.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dev mode, by the command of the README, in a copy of the project. */
@Tag("faults")
@Timeout(400)
class DevModeIT {

    private static final Path BRANDS = Path.of("src/main/java/dev/rangefinder/brand/BrandApi.java");
    private static final String DESCRIPTION = "The brand with this slug; null when there is none.";

    @TempDir
    Path project;

    private Path log;
    private Process process;
    private URI graphQL;

    @BeforeEach
    void start() throws IOException {
        for (String part : List.of("pom.xml", "mvnw", ".mvn", "src/main")) {
            copy(Path.of(part));
        }
        int port = FreePort.find();
        log = project.resolve("log");
        process = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "quarkus:dev",
                        "-Ddebug=false",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + FreePort.find())
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        graphQL = URI.create("http://localhost:" + port + "/graphql");
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

    @AfterEach
    void stop() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        all.forEach(one -> one.onExit().join());
    }

    @Test
    void changesAreSeenWithoutARestart() throws Exception {
        await().atMost(Duration.ofMinutes(4)).ignoreExceptions().until(() -> {
            assertTrue(process.isAlive(), this::output);
            return "Leica".equals(nameOfLeica());
        });
        assertEquals(DESCRIPTION, description());

        Path brands = project.resolve(BRANDS);
        Files.writeString(brands, Files.readString(brands).replace(DESCRIPTION, "Changed."));

        await().ignoreExceptions().until(() -> "Changed.".equals(description()));
        assertEquals("Leica", nameOfLeica());
    }

    private String nameOfLeica() throws Exception {
        return ask(graphQL, "{brand(slug: \"leica\") {name}}").json().getString("data.brand.name");
    }

    private String description() throws Exception {
        return ask(graphQL, "{__type(name: \"Query\") {fields {name description}}}")
                .json()
                .getString("data.__type.fields.find {it.name == 'brand'}.description");
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
