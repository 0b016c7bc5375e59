package dev.rangefinder.http;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The files in the code blocks of the page for front-end developers. */
final class FrontEndsPage {

    private static final Path PAGE = Path.of("src", "site", "markdown", "front-ends.md");

    /** A block whose first line is a comment with the name of the file. */
    private static final Pattern FILE =
            Pattern.compile("```[a-z]+\n(?://|#) ([A-Za-z.-]+)[^\n]*\n(.*?)```", Pattern.DOTALL);

    private static final Pattern BLOCK = Pattern.compile("^```[a-z]+$", Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile("^\\| `(.+)` \\| ([0-9.]+) \\|$", Pattern.MULTILINE);
    private static final String AUTHORITY = "localhost:8080";

    private FrontEndsPage() {}

    static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of code blocks, including those without a name. */
    static long blocks() {
        return BLOCK.matcher(text()).results().count();
    }

    /** The versions of npm packages. */
    static Map<String, String> versions() {
        return VERSION.matcher(text()).results().collect(toMap(row -> row.group(1), row -> row.group(2)));
    }

    /** The contents of the files by their names. */
    static Map<String, String> files() {
        return FILE.matcher(text()).results().collect(toMap(file -> file.group(1), file -> file.group(2)));
    }

    /** The value of the only property of the page: the origins that production allows. */
    static String origins() {
        return files().get("application.properties")
                .replaceFirst("rangefinder.http.origins=", "")
                .strip();
    }

    /** Writes all files for a service. */
    static void write(Path directory, URI service) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            String text = file.getValue().replace(AUTHORITY, service.getAuthority());
            Files.writeString(directory.resolve(file.getKey()), text);
        }
    }
}
