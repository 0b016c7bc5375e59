package dev.rangefinder;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The queries in the documentation for clients have the answers that follow them. */
@QuarkusTest
class ClientsPageTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "clients.md");

    /** A query, and the answer after it if there is one. */
    private static final Pattern QUERY = Pattern.compile(
            "```graphql\n(?!mutation|subscription|extend)(.+?)```(?:\n\n```json\n(.+?)```)?", Pattern.DOTALL);

    /** A time is the only variable without a default. */
    private static final Map<String, ?> VARIABLES = Map.of("at", Instant.now().toString());

    @Test
    void queriesHaveTheDocumentedAnswers() throws IOException {
        List<MatchResult> queries =
                QUERY.matcher(Files.readString(PAGE)).results().toList();
        assertTrue(queries.stream().anyMatch(query -> query.group(2) != null));
        for (MatchResult query : queries) {
            JsonNode data = data(query.group(1), VARIABLES);
            if (query.group(2) != null) {
                assertEquals(json(query.group(2)).get("data"), data, query.group(1));
            }
        }
    }
}
