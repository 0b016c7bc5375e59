package dev.rangefinder.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest of trusted documents. */
class ManifestTest {

    private static final String ANOTHER_HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void manifestOfApolloIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.json"), """
                {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
                  {"id": "a", "name": "A", "type": "query", "body": "query A { __typename }"}]}""");

        assertEquals(Map.of("a", "query A { __typename }"), Manifest.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\": 7}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": \"a\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": ["
                        + "{\"id\": \"a\", \"body\": \"{a}\"}, {\"id\": \"a\", \"body\": \"{a}\"}]}",
                "{\"a\": \"{a}\", \"a\": \"{a}\"}",
                "{\"" + ANOTHER_HASH + "\": \"query Trusted { __typename }\"}"
            })
    void unusableManifestIsReportedInOneLine(String content, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.json"), content);
        String message = assertThrows(ConfigurationException.class, () -> Manifest.read(file))
                .getMessage();

        assertTrue(message.startsWith("rangefinder.documents.manifest (" + file + ") is not usable: "), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void missingManifestIsReported(@TempDir Path directory) {
        Path file = directory.resolve("none.json");
        assertThrows(ConfigurationException.class, () -> Manifest.read(file));
    }
}
