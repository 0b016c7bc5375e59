package dev.rangefinder.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads files that the package brings. A native executable has those that {@code quarkus.native.resources.includes} lists. */
public final class PackagedFile {

    private PackagedFile() {}

    /** The content of a file; empty when the package has none with this name. */
    public static Optional<byte[]> read(String name) {
        try (InputStream file = PackagedFile.class.getClassLoader().getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
