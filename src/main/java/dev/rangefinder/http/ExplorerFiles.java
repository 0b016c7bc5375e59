package dev.rangefinder.http;

import dev.rangefinder.serving.PackagedFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files of the explorer from the package. */
final class ExplorerFiles {

    /** Browsers keep the page, but ask each time whether it has changed. */
    static final String REVALIDATED = "no-cache";

    /** The name of a bundled file has the hash of its content. */
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final Pattern HASHED = Pattern.compile(".*-[0-9A-Z]{8}\\.[a-z]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+\\.[a-z]+");
    private static final String DIRECTORY = "META-INF/resources/explorer/";

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private ExplorerFiles() {}

    /** The file with a name, or null when the package has none. */
    static @Nullable StaticFile read(String name) {
        String type = NAME.matcher(name).matches() ? TYPES.get(name.substring(name.lastIndexOf('.') + 1)) : null;
        String cacheControl = HASHED.matcher(name).matches() ? IMMUTABLE : REVALIDATED;
        return Optional.ofNullable(type)
                .flatMap(known -> text(DIRECTORY + name).map(text -> StaticFile.of(known, cacheControl, text)))
                .orElse(null);
    }

    /** The text of a resource. */
    static Optional<String> text(String name) {
        return PackagedFile.read(name).map(content -> new String(content, StandardCharsets.UTF_8));
    }
}
