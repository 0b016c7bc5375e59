package dev.rangefinder.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads SQL statements from a file, each below a comment with its name. Names may repeat. */
final class NamedStatements {

    private static final Pattern NAMED_STATEMENT =
            Pattern.compile("^-- (\\w+)\n(.+?)(?=\n\n|\n?\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private NamedStatements() {}

    static List<Entry<String, String>> in(String file) {
        try (InputStream sql = NamedStatements.class.getResourceAsStream("/catalogue/" + file)) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            return NAMED_STATEMENT
                    .matcher(text)
                    .results()
                    .map(NamedStatements::statement)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry<String, String> statement(MatchResult match) {
        return Map.entry(match.group(1), match.group(2));
    }
}
