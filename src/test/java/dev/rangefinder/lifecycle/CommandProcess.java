package dev.rangefinder.lifecycle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.ServiceProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the package that has ended.
 *
 * @param exitCode its exit code
 * @param output the file with its standard output
 * @param errors its standard error
 */
record CommandProcess(int exitCode, Path output, String errors) {

    /** Runs a command with some memory. The settings are environment variables. */
    static CommandProcess run(String maxHeap, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ServiceProcess.command(maxHeap));
        command.addAll(List.of(arguments));
        Path output = temporary("out");
        Path errors = temporary("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(Redirect.to(output.toFile()))
                .redirectError(Redirect.to(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("RANGEFINDER_"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(30, TimeUnit.MINUTES), () -> "The command does not end: " + read(errors));
            return new CommandProcess(process.exitValue(), output, read(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path temporary(String extension) throws IOException {
        Path file = Files.createTempFile("rangefinder-", '.' + extension);
        file.toFile().deleteOnExit();
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
