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

/** SQL statements in a file, each under a comment with its name. A name may come more than once. */
final class Statements {

    private static final Pattern NAMED_STATEMENT =
            Pattern.compile("^-- (\\w+)\n(.+?)(?=\n\n|\n?\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private Statements() {}

    static List<Entry<String, String>> in(String file) {
        try (InputStream sql = Statements.class.getResourceAsStream("/catalogue/" + file)) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            return NAMED_STATEMENT
                    .matcher(text)
                    .results()
                    .map(Statements::statement)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry<String, String> statement(MatchResult match) {
        return Map.entry(match.group(1), match.group(2));
    }
}
