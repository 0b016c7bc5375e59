package dev.rangefinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The package must not contain the PostgreSQL server of dev mode and tests. */
class PackageIT {

    private static final Path PACKAGE = Path.of("target", "quarkus-app");

    @Test
    void packageContainsNoClassesOfDevModeOrTests() throws IOException {
        assumeTrue(Files.exists(PACKAGE), "packaged as native executable");
        try (Stream<Path> jars = Files.walk(PACKAGE)) {
            List<String> unwanted = jars.filter(path -> path.toString().endsWith(".jar"))
                    .flatMap(jar -> Stream.concat(Stream.of(jar.toString()), entries(jar).stream()))
                    .filter(name -> name.contains("zonky")
                            || name.matches("dev/rangefinder/(database|development)/.*")
                                    && !name.endsWith("/package-info.class"))
                    .filter(name -> !name.endsWith("/"))
                    .toList();
            assertEquals(List.of(), unwanted);
        }
    }

    private static List<String> entries(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
