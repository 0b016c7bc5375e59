package dev.rangefinder.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Renders directories by kustomize, or by its version in kubectl. */
final class Kustomize {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Optional<List<String>> COMMAND = Stream.of(
                    List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
            .filter(command -> isOnPath(command.get(0)))
            .findFirst();

    private Kustomize() {}

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Whether kustomize or kubectl is installed. */
    static boolean isAvailable() {
        return COMMAND.isPresent();
    }

    /** The objects of a directory with a kustomization. */
    static List<JsonNode> render(Path directory) {
        try {
            Path output = Files.createTempFile(Path.of("target"), "kustomize", ".yaml");
            Process process = new ProcessBuilder(
                            Stream.concat(COMMAND.orElseThrow().stream(), Stream.of(directory.toString()))
                                    .toList())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("kustomize does not render " + directory);
            }
            return documents(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The YAML documents in a file. */
    static List<JsonNode> documents(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(Files.readString(file));
        return StreamSupport.stream(documents.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }
}
