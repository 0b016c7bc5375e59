package dev.rangefinder.mutation;

import static dev.rangefinder.mutation.MutationClient.data;
import static dev.rangefinder.mutation.MutationClient.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The mutations in the documentation for clients are made as they are written there. */
@QuarkusTest
class DocumentedMutationsTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "clients.md");
    private static final Pattern MUTATION = Pattern.compile("```graphql\n(mutation.*?)```", Pattern.DOTALL);

    @Test
    void eachIsMade() throws IOException {
        List<String> documents = MUTATION.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertFalse(documents.isEmpty());
        for (String document : documents) {
            String selectsTypes = document.replace("errors {", "errors { __typename");
            for (JsonNode payload : data(selectsTypes)) {
                assertEquals(List.of(), errors(payload), document);
                assertFalse(payload.get("revision").isNull(), document);
            }
        }
    }
}
