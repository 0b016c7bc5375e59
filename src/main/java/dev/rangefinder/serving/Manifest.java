package dev.rangefinder.serving;

import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Sha256;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of documents by id, as build tools write it: Relay's persisted queries, an object of texts by id, or Apollo's
 * {@code apollo-persisted-query-manifest}, version 1.
 */
final class Manifest {

    private static final String APOLLO = "apollo-persisted-query-manifest";

    /** An id of this form must be the SHA-256 of the text, because clients may send it as such. */
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Manifest() {}

    /**
     * The documents by id.
     *
     * @throws ConfigurationException when the file is missing, has neither format, or contradicts itself
     */
    static Map<String, String> read(Path file) {
        Object content = readJson(file);
        if (!(content instanceof Map<?, ?> entries)) {
            throw unusable(file, "it is not a JSON object");
        }
        Map<String, String> documents =
                APOLLO.equals(entries.get("format")) ? readApollo(file, entries) : readRelay(file, entries);
        documents.forEach((id, text) -> checkHash(file, id, text));
        return documents;
    }

    private static Object readJson(Path file) {
        try {
            Object content = Json.read(Utf8.decode(Files.readAllBytes(file), "it"), "it", Json::value);
            return content == null ? "" : content;
        } catch (IOException e) {
            throw unusable(file, "it cannot be read");
        } catch (InputException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> readRelay(Path file, Map<?, ?> entries) {
        Map<String, String> documents = new HashMap<>();
        entries.forEach((id, text) -> documents.put((String) id, text(file, text)));
        return documents;
    }

    private static Map<String, String> readApollo(Path file, Map<?, ?> manifest) {
        if (!Integer.valueOf(1).equals(manifest.get("version"))
                || !(manifest.get("operations") instanceof List<?> operations)) {
            throw unusable(file, "it must have version 1 and a list of operations");
        }
        Map<String, String> documents = new HashMap<>();
        for (Object entry : operations) {
            Map<?, ?> operation = entry instanceof Map<?, ?> fields ? fields : Map.of();
            String id = text(file, operation.get("id"));
            if (documents.put(id, text(file, operation.get("body"))) != null) {
                throw unusable(file, "two documents have the id " + id);
            }
        }
        return documents;
    }

    private static void checkHash(Path file, String id, String text) {
        if (SHA_256.matcher(id).matches() && !id.equals(Sha256.hex(text))) {
            throw unusable(file, "document " + id + ": its id is the SHA-256 of another text");
        }
    }

    private static String text(Path file, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw unusable(file, "every document must have an id and a text");
    }

    /** The failure that ends the start of the service. */
    static ConfigurationException unusable(Path file, String why) {
        return new ConfigurationException("rangefinder.documents.manifest (" + file + ") is not usable: " + why);
    }
}
