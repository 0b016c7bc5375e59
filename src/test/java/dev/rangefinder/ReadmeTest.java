package dev.rangefinder;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the README work. */
@QuarkusTest
class ReadmeTest {

    @Test
    void firstQueryReturnsTheDocumentedAnswer() throws IOException {
        assertEquals(
                json(block("json")).get("data"),
                answer(block("graphql"), Map.of()).get("data"));
    }

    @Test
    void firstQueryCostsLessThanOneHundred() throws IOException {
        int cost =
                answer(block("graphql"), Map.of()).at("/extensions/cost/actual").asInt();
        assertTrue(cost > 0 && cost < 100, () -> "It costs " + cost);
    }

    /** The first code block in a language. */
    private static String block(String language) throws IOException {
        Pattern fence = Pattern.compile("```" + language + "\\n(.+?)```", Pattern.DOTALL);
        Matcher block = fence.matcher(Files.readString(Path.of("README.md")));
        assertTrue(block.find(), () -> "a block of " + language);
        return block.group(1);
    }
}
