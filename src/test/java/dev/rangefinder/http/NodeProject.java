package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs third-party clients and tools on Node.js in a copy of {@code src/test/node}. They are installed once. */
public final class NodeProject {

    /** The tag of the tests that need Node.js. */
    public static final String TAG = "node";

    /** The directory in which they run. */
    static final Path DIRECTORY = Path.of("target", "node").toAbsolutePath();

    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final String LOCK = "package-lock.json";

    /** One object in this JVM, even if several class loaders load this class. */
    private static final String MONITOR = "dev.rangefinder.http.NodeProject".intern();

    private NodeProject() {}

    /** Copies all files again, so that each test starts from the state of the repository. */
    public static void prepare() throws IOException, InterruptedException {
        synchronized (MONITOR) {
            copyAndInstall();
        }
    }

    private static void copyAndInstall() throws IOException, InterruptedException {
        deleteGeneratedFiles();
        try (Stream<Path> files = Files.walk(SOURCE)) {
            files.forEach(NodeProject::copy);
        }
        Path installed = DIRECTORY.resolve("node_modules").resolve("installed-" + LOCK);
        Path required = DIRECTORY.resolve(LOCK);
        if (!Files.exists(installed) || Files.mismatch(installed, required) >= 0) {
            run(DIRECTORY, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
            Files.copy(required, installed, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Some tools do nothing if their output already exists. */
    private static void deleteGeneratedFiles() throws IOException {
        if (!Files.exists(DIRECTORY)) {
            return;
        }
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            files.filter(file -> !file.startsWith(DIRECTORY.resolve("node_modules")))
                    .sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(File::delete); // except for the directory itself, which is not empty
        }
    }

    private static void copy(Path file) {
        Path target = DIRECTORY.resolve(SOURCE.relativize(file));
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script with its arguments, and returns its output. */
    public static String node(String... command) throws IOException, InterruptedException {
        return run(
                DIRECTORY, Stream.concat(Stream.of("node"), Stream.of(command)).toArray(String[]::new));
    }

    /** Runs the program of a package in a subdirectory. */
    static void tool(String directory, String program, String... arguments) throws IOException, InterruptedException {
        String script = DIRECTORY.resolve("node_modules").resolve(program).toString();
        run(
                DIRECTORY.resolve(directory),
                Stream.concat(Stream.of("node", script), Stream.of(arguments)).toArray(String[]::new));
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        Path output = DIRECTORY.resolve(command[0] + ".out");
        Path errors = DIRECTORY.resolve(command[0] + ".err");
        Process process = start(directory, command, output.toFile(), errors.toFile());
        boolean terminated = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output);
        String complaints = Files.readString(errors);
        System.err.print(complaints);
        assertTrue(terminated, () -> List.of(command) + " does not terminate:\n" + text + complaints);
        assertEquals(0, process.exitValue(), () -> List.of(command) + " failed:\n" + text + complaints);
        return text;
    }

    private static Process start(Path directory, String[] command, File output, File errors) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(output)
                    .redirectError(errors)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("The tests need Node.js 20 or later, with " + command[0] + " on the path.", e);
        }
    }
}
