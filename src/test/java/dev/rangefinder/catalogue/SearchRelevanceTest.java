package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first result of a search is the expected one, for nearly all queries of a list. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class SearchRelevanceTest extends EmptyCatalogue {

    private static final double EXPECTED = 0.95;

    private record Expectation(String query, String first) {

        static Expectation of(String line) {
            String[] parts = line.split(" \\| ");
            return new Expectation(parts[0], parts[1]);
        }

        boolean isMet() {
            return first.equals(found());
        }

        String found() {
            JsonNode node = GraphQLClient.data(
                            "query ($query: String!) { search(query: $query, first: 1) { nodes { __typename displayName } } }",
                            Map.of("query", query))
                    .at("/search/nodes/0");
            return node.isMissingNode()
                    ? "NONE"
                    : node.get("__typename").asText().toUpperCase(Locale.ROOT)
                            + ' '
                            + node.get("displayName").asText();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = SearchRelevanceTest.class.getResourceAsStream("/search/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void firstResultsAreTheExpectedOnes() throws IOException, SQLException {
        execute(resource("names.sql"));
        List<Expectation> expectations = resource("relevance.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Expectation::of)
                .toList();
        assertTrue(expectations.size() >= 100, expectations::toString);
        List<String> others = expectations.stream()
                .filter(expectation -> !expectation.isMet())
                .map(expectation -> expectation + ", but found " + expectation.found())
                .toList();
        assertTrue(others.size() <= expectations.size() * (1 - EXPECTED), others::toString);
    }
}
